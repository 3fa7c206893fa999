/**
 * What the rules are told of the device, since they know neither clock nor address: where the timer is, and the Monday
 * on which a plan may begin.
 */

/** Addresses that a calendar can hold; the rules take no others. */
const ADDRESS = /^https?:\/\/[!-~]{1,200}$/;

/** @returns {string} The address of the timer's page; empty where it has none that others could open. */
export function timerAddress() {
  const { href } = new URL("../../../do/player/", import.meta.url);
  return ADDRESS.test(href) ? href : "";
}

/**
 * Let a plan that nobody has begun to fill in begin on the next Monday, not on the day for which the page was built.
 *
 * @param {HTMLFormElement} form
 */
export function moveFirstDay(form) {
  for (const field of form.querySelectorAll("[data-next-monday]")) {
    const input = /** @type {HTMLInputElement} */ (field);
    if (input.value === input.defaultValue) input.value = nextMonday(new Date());
  }
}

/**
 * @param {Date} now
 * @returns {string} The first Monday after it, as year-month-day on the device's own calendar.
 */
export function nextMonday(now) {
  const days = (8 - now.getDay()) % 7 || 7;
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const parts = [monday.getFullYear(), monday.getMonth() + 1, monday.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
