import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { codeFrom } from '../../src/testing/index.js';
import { differences, looksIn } from './isolation/looks.js';
import { adele, newPassword, pageOf, reset, type World, world } from './reset-world.js';

/** A page as any other, with names of classes that a form is likely to have too. */
const ordinary = html`<article>
  <h1>Heading</h1><h2 class="heading">Heading</h2><h3>Heading</h3>
  <p class="lead hint">Text with <a href="#here">a link</a>, <strong>weight</strong>, <em>stress</em>, <code class="code">code</code>,
    <small>small print</small>, <mark>marks</mark>, <abbr title="abbreviation">abbr.</abbr>, <bdi dir="ltr">isolates</bdi>, H<sub>2</sub>O.</p>
  <ul class="rules"><li class="met">One</li><li>Two</li></ul>
  <ol><li>One</li></ol>
  <dl><dt>Term</dt><dd>Meaning</dd></dl>
  <blockquote class="quote">Quoted</blockquote><pre>Preformatted</pre><hr />
  <table><caption>Table</caption><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>
  <figure><svg class="turning" viewBox="0 0 24 24" width="24"><path d="M4 4h16"></path><circle r="2" fill="red"></circle></svg>
    <figcaption>Figure</figcaption></figure>
  <details open><summary>Summary</summary>Details</details>
  <dialog open class="frame">Dialog</dialog>
  <div class="notice danger failure"><div class="sr">Box</div></div>
  <form class="form" dir="rtl">
    <fieldset><legend>Legend</legend>
      <div class="field"><label class="label" for="own">Label</label><div class="control"><input id="own" name="username" placeholder="Type" aria-invalid="true" /></div></div>
      <input type="password" class="secret" /><input type="checkbox" /><input type="radio" checked /><input type="range" /><input type="file" />
      <select><option>Option</option></select><textarea>Area</textarea><progress></progress><meter value="0.5"></meter>
      <p class="error">Error</p>
    </fieldset>
    <div class="ways"><button class="button">Button</button><button class="quiet" disabled>Button</button><output>Output</output></div>
  </form>
</article>`;

/** Goes through every screen, so that the sheet of each has been adopted. */
async function resetPassword(where: World, element = reset(where)): Promise<void> {
  const page = pageOf(element);
  await page.identify(adele);
  await page.chooseMethod('email');
  await page.enterCode(await codeFrom(where.tenant, adele));
  await page.choosePassword(newPassword);
  await page.step('done');
}

const own = (root: Document | ShadowRoot) =>
  root.adoptedStyleSheets.filter((sheet) =>
    [...sheet.cssRules].some((rule) => rule.cssText.includes('.sspr-form')),
  );

describe('a page with the element in it', () => {
  it('looks as it did without, whatever its elements are called', async () => {
    const article = await fixture<HTMLElement>(ordinary);
    const before = looksIn(article);
    expect(before.size).to.be.greaterThan(60);

    const where = world();
    const element = reset(where);
    // Out of the way: that something stands in a page moves what comes after it.
    element.style.cssText = 'position: fixed; inset: 0 auto auto 0';
    document.body.append(element);
    await resetPassword(where, element);
    expect(own(document).length).to.be.greaterThan(3);
    expect(differences(before, looksIn(article))).to.deep.equal([]);
    element.remove();
  });

  it('keeps a form of its own as it is around the element', async () => {
    const form = await fixture<HTMLFormElement>(html`<form>
      <label class="field">Name <input name="name" class="code" /></label>
      <div></div>
      <button class="button">Send</button>
    </form>`);
    const slot = form.querySelector('div') as HTMLElement;
    const outer = [form, ...form.querySelectorAll('label, input, button')];
    slot.style.height = '10px';
    const before = looksIn(form, outer);
    const element = reset(world());
    slot.append(element);
    await element.updateComplete;
    expect(differences(before, looksIn(form, outer))).to.deep.equal([]);
  });

  it('has each sheet once for two elements, and none after the last', async () => {
    const [one, two] = [world(), world()];
    const [first, second] = [reset(one), reset(two)];
    document.body.append(first, second);
    await resetPassword(one, first);
    await resetPassword(two, second);
    const sheets = own(document);
    expect(sheets.length).to.be.greaterThan(3);
    expect(new Set(sheets).size).to.equal(sheets.length);
    first.remove();
    expect(own(document)).to.deep.equal(sheets);
    second.remove();
    expect(own(document)).to.deep.equal([]);
  });

  it('keeps the sheets that it has adopted itself, in their order', async () => {
    const [before, after] = [new CSSStyleSheet(), new CSSStyleSheet()];
    document.adoptedStyleSheets = [before];
    const element = reset(world());
    document.body.append(element);
    await element.updateComplete;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, after];
    element.remove();
    expect(document.adoptedStyleSheets).to.deep.equal([before, after]);
    document.adoptedStyleSheets = [];
  });

  it('does not get the sheet of an element in a shadow root, which has it', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const where = world();
    const element = reset(where);
    root.append(element);
    await resetPassword(where, element);
    expect(own(document)).to.deep.equal([]);
    expect(own(root).length).to.be.greaterThan(3);

    document.body.append(element);
    await element.updateComplete;
    expect(own(root)).to.deep.equal([]);
    expect(own(document).length).to.be.greaterThan(3);
    element.remove();
  });
});
