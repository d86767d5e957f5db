import { html, nothing, type TemplateResult } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Captcha } from '../../contract/discovery.js';
import { errorLine, field, problemOf } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { safeImage } from '../parts/safe-url.js';
import type { ViewContext } from '../view.js';
import { captchaField, leaveBehind } from './about.js';
import { type Way, words } from './picture-words.js';
import { Recording } from './recording.js';

type PictureCaptcha = Extract<Captcha, { readonly kind: 'picture' }>;

const speaker =
  'M11 4.7a.7.7 0 0 0-1.2-.5L6.41 7.59A1.4 1.4 0 0 1 5.42 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.42a1.4 1.4 0 0 1 .99.41l3.39 3.39a.7.7 0 0 0 1.2-.5zM16 9a5 5 0 0 1 0 6M19.36 18.36a9 9 0 0 0 0-12.72';
const renew =
  'M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16M8 16H3v5';
const image =
  'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM21 15l-3.09-3.09a2 2 0 0 0-2.82 0L6 21';
const shieldCheck =
  'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM9 12l2 2 4-4';

/**
 * Characters in a picture, digits in a recording, or neither: the work that a browser does by itself
 * (rules CAPTCHA-1, CAPTCHA-2, WCAG 3.3.8). Which way a person has taken stays when the characters
 * change; what they have typed does not.
 */
class Picture extends Directive {
  #way: Way = 'look';
  #drawn: { readonly captcha: PictureCaptcha; readonly way: Way } | undefined;
  readonly #recording = new Recording();

  override update(
    { parentNode }: ChildPart,
    [captcha, context]: [PictureCaptcha, ViewContext],
  ): TemplateResult {
    const before = this.#drawn;
    const way = this.#way;
    this.#drawn = { captcha, way };
    if (before && (before.captcha !== captcha || before.way !== way)) {
      this.#recording.renew();
      const input = parentNode instanceof Element && parentNode.querySelector('[name=captcha]');
      if (input instanceof HTMLInputElement) input.value = '';
      const said = before.way === way ? words[way].renewed?.() : words[way].taken();
      if (said) context.announce(said);
    }
    return this.render(captcha, context);
  }

  override render(captcha: PictureCaptcha, context: ViewContext): TemplateResult {
    const way = this.#way;
    const nameId = context.id('captcha-name');
    // The links of a summary lead to the field; without one, to what stands in its place.
    const ownId = way === 'work' ? context.id(captchaField) : undefined;
    return html`<div
      class="captcha"
      role="group"
      aria-labelledby=${nameId}
      id=${ifDefined(ownId)}
      tabindex=${ifDefined(ownId && -1)}
    >
      <p class="label" id=${nameId}>${words[way].name()}</p>
      <div class="puzzle">
        ${this.#shown(captcha, context)}
        <div class="tools">
          ${
            way === 'work'
              ? nothing
              : html`${this.#tool(
                  way === 'look' ? icon(speaker, 'speaker') : icon(image),
                  words[way].other(),
                  () => this.#take(way === 'look' ? 'listen' : 'look', context),
                )}${this.#tool(icon(renew), words[way].renew(), context.newChallenge)}`
          }
          ${this.#tool(
            way === 'work' ? icon(image) : icon(shieldCheck),
            words[way].last(),
            () => this.#take(way === 'work' ? 'look' : 'work', context),
            'wide',
          )}
        </div>
      </div>
      ${way === 'work' ? errorLine(context, captchaField) : this.#field(way, context)}
    </div>`;
  }

  #shown({ picture, audio }: PictureCaptcha, context: ViewContext): TemplateResult {
    if (this.#way === 'listen') return this.#recording.draw(audio, context);
    return this.#way === 'look'
      ? html`<div class="paper"><img src=${ifDefined(safeImage(picture))} alt=${words.look.alt()} /></div>`
      : html`<p class="calm">${icon(shieldCheck)}<span>${words.work.taken()}</span></p>`;
  }

  #field(way: 'look' | 'listen', context: ViewContext): TemplateResult {
    return field(context, {
      name: captchaField,
      label: words[way].label(),
      hint: words[way].hint(),
      autocomplete: 'off',
      inputmode: way === 'listen' ? 'numeric' : undefined,
      maxLength: 100,
      ltr: true,
    });
  }

  #tool(sign: TemplateResult, text: string, act: () => void, name = ''): TemplateResult {
    return html`<button type="button" class="tool ${name}" @click=${act}>${sign}<span>${text}</span></button>`;
  }

  #take(way: Way, context: ViewContext): void {
    this.#way = way;
    leaveBehind(problemOf(context, captchaField));
    context.redraw();
  }
}

/** The captcha with a picture, for a template. It keeps the way that the person has taken. */
export const pictureCaptcha = directive(Picture);
