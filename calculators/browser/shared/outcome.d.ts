/** Written from the rules by the build: see `calculators/build/outcome_types.py`. */

/** The outcome of a calculator. Every value is the text that a reader sees. A stop stands alone. */
export interface Outcome {
  verdict: "answer" | "caution" | "stop";
  headline: string;
  spoken: string;
  answer: string | null;
  band: {
    low: string;
    high: string;
    says: string;
  } | null;
  facts: {
    label: string;
    value: string;
    spoken: string;
  }[];
  steps: {
    says: string;
    formula: string | null;
    result: string;
    cites: {
      key: string;
      label: string;
      place: string;
      state: "V" | "VS" | "R" | "OURS";
    }[];
  }[];
  cautions: {
    says: string;
    cites: {
      key: string;
      label: string;
      place: string;
      state: "V" | "VS" | "R" | "OURS";
    }[];
  }[];
  stop: {
    says: string;
    do: string[];
    cites: {
      key: string;
      label: string;
      place: string;
      state: "V" | "VS" | "R" | "OURS";
    }[];
  } | null;
  next: {
    says: string;
    cites: {
      key: string;
      label: string;
      place: string;
      state: "V" | "VS" | "R" | "OURS";
    }[];
  }[];
  tables: {
    caption: string;
    columns: string[];
    rows: string[][];
  }[];
  scale: {
    says: string;
    zones: {
      kind: string;
      label: string;
      x: string;
      width: string;
    }[];
    ticks: {
      x: string;
    }[];
    mark: {
      x: string;
      label: string;
    };
    band: {
      x: string;
      width: string;
    } | null;
  } | null;
  timeline: {
    says: string;
    total: string;
    total_s: number;
    tempo_s: number[];
    segments: {
      kind: string;
      says: string;
      exercise: number;
      set: number;
      repetitions: number;
      cuff_on: boolean;
      start: string;
      end: string;
      start_s: number;
      end_s: number;
      x: string;
      width: string;
    }[];
    clocks: {
      exercise: number;
      says: string;
      name: string;
      load: string | null;
      limb: string;
      side: string;
      under_cuff: string;
      under_cuff_s: number;
      ceiling: string;
      ceiling_s: number;
      width: string;
    }[];
    uncuffed: {
      exercise: number;
      name: string;
      load: string | null;
    }[];
  } | null;
  calendar: {
    says: string;
    weeks: {
      label: string;
      note: string;
      days: {
        kind: string;
        day: string;
        says: string;
        spoken: string;
      }[];
    }[];
  } | null;
  files: {
    name: string;
    type: string;
    label: string;
    text: string;
  }[];
  letter: {
    title: string;
    opening: string[];
    parts: {
      title: string;
      lines: string[];
    }[];
    closing: string[];
  } | null;
  standing: {
    level: "unscreened" | "none" | "limits" | "clinician" | "not-today" | "missing" | "unfinished" | "doctor";
    says: string;
    limits: {
      code: string;
      says: string;
      cites: {
        key: string;
        label: string;
        place: string;
        state: "V" | "VS" | "R" | "OURS";
      }[];
    }[];
    closed: string[];
    lasting: "unscreened" | "none" | "limits" | "clinician" | "not-today" | "missing" | "unfinished" | "doctor";
    on: string | null;
    today_on: string | null;
    release_by: string[];
    release: {
      by: string;
      from: string;
      limbs: string[];
      limits: string[];
      name: string;
    } | null;
    short: boolean;
  } | null;
  carry: Record<string, string>;
  limits: {
    code: string;
    says: string;
    cites: {
      key: string;
      label: string;
      place: string;
      state: "V" | "VS" | "R" | "OURS";
    }[];
  }[];
  provisos: string[];
  bound: {
    name: string;
    typed: string;
    used: string;
    code: string;
  }[];
  gate: string;
  changes: {
    says: string;
    result: string;
  }[];
  note: string;
}
