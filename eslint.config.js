import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ignores: ["docs/assets/**", "docs/embed.js", ".cache/**", ".venv/**", "site/**", "htmlcov/**"],
  },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Use textContent or clone a <template>.",
        })),
      ],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["calculators/{browser,theme}/**"],
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
  },
  {
    // Stand inside pages, also where nothing newer runs.
    files: [
      "calculators/browser/embed/light-or-dark.js",
      "calculators/browser/python/early.js",
      "calculators/theme/assets/theme/{find-root,wake}.js",
    ],
    languageOptions: { ecmaVersion: 5, sourceType: "script", globals: { Promise: "readonly" } },
    rules: { "no-var": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  {
    files: ["calculators/build/**", "tests/**", "eslint.config.js"],
    languageOptions: { globals: globals.node },
  },
];
