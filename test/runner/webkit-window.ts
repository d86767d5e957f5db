import type { WebDriver } from 'selenium-webdriver';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The virtual screen, with room for any window in its lower right quarter. */
export const screen: Size = { width: 4000, height: 3000 };

// Without a window manager the keyboard belongs to the window under the pointer, and the pointer
// rests in the middle of the screen: so every window lies with its toolbar's corner under it.
const corner = { x: screen.width / 2 - 5, y: screen.height / 2 - 5 };

const innerSize = (driver: WebDriver) =>
  driver.executeScript<Size>('return { width: innerWidth, height: innerHeight }');

const same = (one: Size, two: Size) => one.width === two.width && one.height === two.height;

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** The page hears of a new window size a little later: asks until two answers agree. */
async function settledInnerSize(driver: WebDriver): Promise<Size> {
  let last = await innerSize(driver);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await pause();
    const next = await innerSize(driver);
    if (same(last, next)) return next;
    last = next;
  }
  return last;
}

/** WebDriver sizes windows; what is wanted is the page inside, so the frame around it is measured. */
export async function setInnerSize(driver: WebDriver, wanted: Size): Promise<void> {
  const inner = await settledInnerSize(driver);
  const window = driver.manage().window();
  const outer = await window.getRect();
  await window.setRect({
    ...corner,
    width: outer.width - inner.width + wanted.width,
    height: outer.height - inner.height + wanted.height,
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (same(await innerSize(driver), wanted)) return;
    await pause();
  }
  throw new Error(`the window did not take the size ${wanted.width} × ${wanted.height}`);
}
