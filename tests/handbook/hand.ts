/** A person at the machine: does what is asked, and counts how long hands and head would need for it. */
import type { Locator, Page } from '@playwright/test';

/**
 * Seconds of the keystroke-level model (Card, Moran and Newell): a key of somebody who does not type for a living, pointing,
 * pressing the button, moving the hand between mouse and keys, and a thought before each step; fields of one form are one
 * step, and what there is to read is counted where it is read.
 */
const SECONDS = { key: 0.28, point: 1.1, press: 0.2, home: 0.4, think: 1.35 } as const;

export interface Hand {
  click: (target: Locator) => Promise<void>;
  /** Goes to a field by Tab and types over what it holds. */
  type: (field: Locator, text: string) => Promise<void>;
  /** Types where the cursor stands. */
  write: (text: string) => Promise<void>;
  /** Looks at something before going on. */
  read: (seconds: number) => void;
  /** What all of this would have taken by hand. */
  seconds: () => number;
}

export function handOn(page: Page): Hand {
  let seconds = 0;
  return {
    click: async (target) => {
      seconds += SECONDS.think + SECONDS.point + SECONDS.press + SECONDS.home;
      await target.click();
    },
    type: async (field, text) => {
      seconds += SECONDS.key * (text.length + 1);
      await field.fill(text);
    },
    write: async (text) => {
      seconds += SECONDS.think + SECONDS.key * text.length;
      await page.keyboard.type(text);
    },
    read: (pause) => (seconds += pause),
    seconds: () => seconds,
  };
}
