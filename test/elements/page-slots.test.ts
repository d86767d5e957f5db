import { expect } from 'chai';
import type { ResetPage } from '../../src/testing/index.js';
import { maria, newPassword, open, world } from './reset-world.js';

/** Puts an element of the page into a slot of the element. */
function fill({ element }: ResetPage, slot: string): HTMLElement {
  const own = Object.assign(document.createElement('p'), { slot, textContent: `Our ${slot}` });
  element.append(own);
  return own;
}

/** Whether it is drawn, and where. */
const drawn = (own: HTMLElement) => own.assignedSlot !== null && own.checkVisibility();

describe('what a page puts into the slots of an element', () => {
  it('stands in place of the logo on every screen', async () => {
    const page = await open(world());
    const logo = fill(page, 'logo');
    expect(drawn(logo)).to.equal(true);
    await page.identify(maria);
    expect(drawn(logo)).to.equal(true);
  });

  it('is the heading of the first screen, and of no other', async () => {
    const page = await open(world());
    const heading = fill(page, 'heading');
    expect(page.heading).to.equal('Our heading');
    await page.identify(maria);
    expect(drawn(heading)).to.equal(false);
    expect(page.heading).to.equal('Prove it’s you');
  });

  it('stands in place of the way to the administrator, above what is below everything', async () => {
    const page = await open(world());
    await page.identify(maria);
    const shell = page.element.shadowRoot;
    const contact = shell?.querySelector<HTMLElement>('.contact');
    expect(contact?.checkVisibility()).to.equal(true);
    const footer = fill(page, 'footer');
    const help = fill(page, 'help');
    expect(contact?.checkVisibility()).to.equal(false);
    expect(drawn(help) && drawn(footer)).to.equal(true);
    expect(help.getBoundingClientRect().top).to.be.below(footer.getBoundingClientRect().top + 1);
  });

  it('helps on the first screen too, where the organisation names no help', async () => {
    const page = await open(world());
    const help = fill(page, 'help');
    await page.until(() => drawn(help), 'our help');
  });

  it('is left alone by what is typed and shown beside it', async () => {
    const { tenant, ...rest } = world();
    const page = await open({ tenant, ...rest });
    const footer = fill(page, 'footer');
    await page.identify(maria);
    await page.chooseMethod('email');
    await page.enterCode(await tenant.outbox.codeFor(maria));
    expect(drawn(footer)).to.equal(true);
    await page.choosePassword(newPassword);
    await page.step('done');
    expect(drawn(footer)).to.equal(true);
    const card = page.element.shadowRoot?.querySelector('.card')?.getBoundingClientRect();
    const box = footer.getBoundingClientRect();
    expect(box.left - (card?.left ?? 0), 'beside it').to.be.above(15);
    expect((card?.bottom ?? 0) - box.bottom, 'below it').to.be.above(15);
    expect(footer.parentElement).to.equal(page.element);
    expect(footer.textContent).to.equal('Our footer');
  });
});
