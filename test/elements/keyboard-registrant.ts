import type { Answer } from '../../src/contract/index.js';
import { engine, press } from '../runner/commands.js';
import { actByKeys, choose, fill, pressButton, tabTo } from './keyboard-person.js';
import type { AnyPage } from './on-screen.js';
import { choice, chooseLine, rowOf, type Stage, wordsOf } from './scenario-steps.js';

/** Goes by Tab to whatever matches, and presses Enter. */
async function use(page: AnyPage, selector: string): Promise<void> {
  await tabTo(page, (at) => at.matches(selector));
  await press('Enter');
}

/** Opens the list of what can be added, and takes one of it. */
async function add(page: AnyPage, type: string, { step }: Stage): Promise<void> {
  const picks = () => [...page.form.querySelectorAll('.pick')];
  if (picks().length === 0) await use(page, '.beside');
  await page.until(() => picks().length > 0, 'what can be added');
  const now = step();
  const registrable = 'registrable' in now ? now.registrable : [];
  const pick = picks()[registrable.findIndex((one) => one.type === type)];
  await tabTo(page, (at) => at === pick);
  await press('Enter');
}

/** Chooses a line of a list: by arrows where the list stays closed for that. */
async function chooseByKeys(page: AnyPage, name: string, value: string): Promise<void> {
  const list = page.form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (!list) throw new Error(`No list ${name}: ${page}`);
  await tabTo(page, (at) => at === list);
  // WebKit opens a window of the platform, which no driver reaches.
  if (engine === 'webkit') return chooseLine(page, name, value);
  for (let arrows = 0; arrows < list.options.length && list.value !== value; arrows += 1)
    await press('ArrowDown');
  if (list.value !== value) throw new Error(`No arrow leads to ${value}.`);
}

/** One of a few that stand beside one another, where there is a choice. */
async function pick(page: AnyPage, name: string, value: string): Promise<void> {
  if (choice(page, name, value)) await choose(page, value);
}

/** Does on a screen of a registration what an answer says, with keys alone. */
export async function registerByKeys(page: AnyPage, answer: Answer, where: Stage): Promise<void> {
  switch (answer.action) {
    case 'add':
      return add(page, answer.type, where);
    case 'remove': {
      const bin = rowOf(page, answer.id, where)?.querySelector('[id$="-remove"]');
      await tabTo(page, (at) => at === bin);
      return press('Enter');
    }
    case 'confirm':
      return use(page, '[type=submit]');
    case 'enrol-email':
      await fill(page, 'address', answer.address);
      return press('Enter');
    case 'enrol-app':
      await pick(page, 'proof', answer.proof);
      return use(page, '[type=submit]');
    case 'enrol-phone':
      await fill(page, 'number', answer.number);
      if (answer.extension) await fill(page, 'extension', answer.extension);
      await pick(page, 'channel', answer.channel);
      return press('Enter');
    case 'enrol-questions':
      for (const [index, { question, answer: typed }] of answer.answers.entries()) {
        await chooseByKeys(page, `question-${index + 1}`, `:${question}`);
        await fill(page, `answer-${index + 1}`, typed);
      }
      return press('Enter');
    case 'back':
    case 'skip':
    case 'use-different':
      return pressButton(page, await wordsOf(answer.action, where.locale));
    default:
      return actByKeys(page, answer, where);
  }
}
