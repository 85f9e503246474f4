import type { Locator, Page } from "playwright-core";

/** How somebody works a page: with a pointer or a finger, or with the keys alone. */
export interface Hands {
  follow(link: Locator): Promise<void>;
  press(button: Locator): Promise<void>;
  fill(field: Locator, words: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  choose(list: Locator, value: string): Promise<void>;
}

export const pointer: Hands = {
  follow: (link) => link.click(),
  press: (button) => button.click(),
  fill: (field, words) => field.fill(words),
  tick: (box) => box.check(),
  choose: async (list, value) => void (await list.selectOption(value)),
};

/** Keys alone: Tab until it has the focus, then what a keyboard does there. Nothing is set by script. */
export function keyboard(page: Page): Hands {
  const reach = async (wanted: Locator): Promise<void> => {
    await wanted.waitFor();
    for (let count = 0; count < 300; count += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${wanted.toString()} on ${page.url()}`);
  };
  return {
    async follow(link) {
      await reach(link);
      await page.keyboard.press("Enter");
    },
    async press(button) {
      await reach(button);
      await page.keyboard.press("Enter");
    },
    async fill(field, words) {
      await reach(field);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(words);
    },
    async tick(box) {
      await reach(box);
      await page.keyboard.press("Space");
    },
    async choose(list, value) {
      await reach(list);
      const steps = await list.evaluate((element, wanted) => {
        const select = element as HTMLSelectElement;
        return [...select.options].findIndex((option) => option.value === wanted) - select.selectedIndex;
      }, value);
      for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    },
  };
}
