import type { TestRunnerPlugin } from '@web/test-runner-core';
import { Button, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { WebKitLauncher } from './webkit-launcher.js';
import { type Size, setInnerSize } from './webkit-window.js';

type Keys = { type: string } | { press: string } | { down: string } | { up: string };

interface Mouse {
  readonly type: 'move' | 'click' | 'down' | 'up';
  readonly position?: readonly [x: number, y: number];
}

/** Names of `KeyboardEvent.key` that WebDriver spells as one private character. */
const named: Readonly<Record<string, string>> = {
  Alt: Key.ALT,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  Control: Key.CONTROL,
  Delete: Key.DELETE,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Meta: Key.META,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
  Shift: Key.SHIFT,
  Space: ' ',
  Tab: Key.TAB,
};

function keyOf(name: string): string {
  const key = named[name] ?? name;
  if ([...key].length !== 1) throw new Error(`no WebDriver key is known for "${name}"`);
  return key;
}

async function sendKeys(driver: WebDriver, keys: Keys): Promise<void> {
  const actions = driver.actions({ async: true });
  if ('type' in keys) for (const key of keys.type) actions.keyDown(key).keyUp(key);
  if ('press' in keys) actions.keyDown(keyOf(keys.press)).keyUp(keyOf(keys.press));
  if ('down' in keys) actions.keyDown(keyOf(keys.down));
  if ('up' in keys) actions.keyUp(keyOf(keys.up));
  await actions.perform();
}

async function sendMouse(driver: WebDriver, { type, position }: Mouse): Promise<void> {
  const actions = driver.actions({ async: true });
  if (position) {
    actions.move({ x: position[0], y: position[1], origin: Origin.VIEWPORT, duration: 0 });
  }
  if (type === 'click' || type === 'down') actions.press(Button.LEFT);
  if (type === 'click' || type === 'up') actions.release(Button.LEFT);
  await actions.perform();
}

/**
 * The runner's own commands know no plain WebDriver: this answers the same command names for
 * WebKit, so it must stand before them in the list of plugins.
 */
export const webKitCommands: TestRunnerPlugin = {
  name: 'webkit-commands',
  async executeCommand({ command, payload, session }) {
    const { browser, id } = session;
    if (!(browser instanceof WebKitLauncher)) return undefined;
    const driver = browser.getDriver(id);
    switch (command) {
      case 'send-keys':
        await sendKeys(driver, payload as Keys);
        return true;
      case 'send-mouse':
        await sendMouse(driver, payload as Mouse);
        return true;
      case 'set-viewport':
        await setInnerSize(driver, payload as Size);
        return true;
      default:
        return undefined;
    }
  },
};
