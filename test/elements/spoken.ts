import { type AccessibilityNode, accessibilityTree } from '../runner/commands.js';
import type { AnyPage } from './on-screen.js';

const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const allOf = (node: AccessibilityNode): readonly AccessibilityNode[] => [
  node,
  ...(node.children ?? []).flatMap(allOf),
];

const isShown = (element: Element): boolean =>
  element.getClientRects().length > 0 && !element.closest('[aria-hidden=true]');

const textRoles = new Set(['textbox', 'searchbox', 'combobox']);

/** What a field is called and described by, from what stands beside it. */
function expectedOf(input: HTMLInputElement | HTMLSelectElement) {
  const field = input.closest('.field');
  return {
    name: plain(input.labels?.[0]?.textContent),
    description: [...(field?.querySelectorAll('.error, .hint') ?? [])].map((line) =>
      plain(line.textContent),
    ),
    // Of a list there is always something chosen, and Chromium does not tell that it is required.
    required: input instanceof HTMLInputElement ? input.required : undefined,
    invalid: (field?.querySelector('.error[id$="-error"]') ?? null) !== null,
  };
}

/** What is not told to those who cannot see it, or told otherwise than it is shown. */
export async function unheardOf(page: AnyPage): Promise<string[]> {
  const nodes = allOf(await accessibilityTree('all'));
  const wrong: string[] = [];
  const by = (...roles: readonly string[]) => nodes.filter(({ role }) => roles.includes(role));

  const headings = by('heading').map(({ name, level }) => `${level} ${plain(name)}`);
  if (!headings.includes(`2 ${page.heading}`)) wrong.push(`the heading is told as “${headings}”`);
  const told = plain(
    by('StaticText')
      .map(({ name }) => name)
      .join(' '),
  );
  for (const words of page.lead.split(/(?<=\.) /))
    if (!told.includes(words)) wrong.push(`“${words}” is not told`);

  const fields = nodes.filter(({ role }) => textRoles.has(role));
  for (const input of page.form.querySelectorAll<HTMLInputElement>('input, select')) {
    if (!isShown(input) || input.type === 'radio') continue;
    const { name, description, required, invalid } = expectedOf(input);
    const field = fields.find((one) => plain(one.name) === name);
    if (!field) {
      wrong.push(`no field is called “${name}”`);
      continue;
    }
    for (const words of description)
      if (!plain(field.description).replaceAll(' ', '').includes(words.replaceAll(' ', '')))
        wrong.push(`“${name}” is not described by “${words}” but “${field.description}”`);
    if (required !== undefined && (field.required ?? false) !== required)
      wrong.push(`“${name}” is not required`);
    if ((field.invalid === 'true') !== invalid) wrong.push(`“${name}” is not marked`);
  }

  const radios = [page.form, page.form.querySelector('sspr-method-picker')?.shadowRoot]
    .flatMap((tree) => [...(tree?.querySelectorAll<HTMLInputElement>('[type=radio]') ?? [])])
    .filter(isShown);
  const heard = by('radio');
  if (heard.length !== radios.length) wrong.push(`${heard.length} of ${radios.length} choices`);
  radios.forEach((radio, index) => {
    const { name, checked } = heard[index] ?? {};
    if (!plain(name)) wrong.push(`choice ${index} has no name`);
    if (checked !== radio.checked) wrong.push(`“${name}” is chosen: ${checked}`);
  });
  const groups = by('radiogroup', 'group').filter((group) =>
    allOf(group).some(({ role }) => role === 'radio'),
  );
  if (radios.length > 0 && !groups.some(({ name }) => plain(name)))
    wrong.push('choices are in no group with a name');

  for (const { role, name } of by('button', 'link', 'img', 'image'))
    if (!plain(name)) wrong.push(`a ${role} has no name`);
  for (const toggle of page.form.querySelectorAll('.show'))
    if (
      !by('button').some(
        ({ name, pressed }) =>
          plain(name) === toggle.ariaLabel && pressed === (toggle.ariaPressed === 'true'),
      )
    )
      wrong.push(`“${toggle.ariaLabel}” does not tell whether it is pressed`);
  return wrong;
}
