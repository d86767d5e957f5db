import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/msg.js';
import { icon } from '../parts/icon.js';
import type { ViewContext } from '../view.js';

const play = 'M6 3l14 9-14 9z';
const pause =
  'M7 4h2a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM15 4h2a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-2a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z';

/** Only what the contract names: a recording as data, which asks nobody for anything. */
const safeRecording = (audio: string): string | undefined =>
  audio.startsWith('data:audio/') ? audio : undefined;

/**
 * A recording with one button that plays and pauses it. A button of ours, as the controls of browsers
 * are not reached by Tab in all of them, and speak the language of the browser. It never plays by itself
 * (WCAG 1.4.2); one that leaves the document, or gets another source, is silenced by the browser.
 */
export class Recording {
  #state: 'quiet' | 'playing' | 'broken' = 'quiet';

  /** Another recording is to be played from now on, or none. */
  renew(): void {
    this.#state = 'quiet';
  }

  draw(audio: string, context: ViewContext): TemplateResult {
    const turn = (state: 'quiet' | 'playing' | 'broken') => () => {
      this.#state = state;
      context.redraw();
    };
    const playing = this.#state === 'playing';
    return html`<div class="recording">
      <audio
        src=${safeRecording(audio) ?? nothing}
        @play=${turn('playing')}
        @pause=${turn('quiet')}
        @ended=${turn('quiet')}
        @emptied=${turn('quiet')}
        @error=${turn('broken')}
      ></audio>
      ${
        this.#state === 'broken'
          ? html`<p>${msg(
              'This browser cannot play the recording. Go back to the picture, or check without a puzzle.',
              {
                id: 'reset.captcha.broken',
                desc: 'In place of the button that plays spoken digits',
              },
            )}</p>`
          : html`<button type="button" class="play" @click=${onPlay}>
              ${icon(playing ? pause : play)}<span>${
                playing
                  ? msg('Pause', {
                      id: 'reset.captcha.pause',
                      desc: 'Button: pauses spoken digits',
                    })
                  : msg('Play the recording', {
                      id: 'reset.captcha.play',
                      desc: 'Button: plays spoken digits',
                    })
              }</span>
            </button>`
      }
    </div>`;
  }
}

function onPlay({ currentTarget }: Event): void {
  const audio =
    currentTarget instanceof Element && currentTarget.parentElement?.querySelector('audio');
  if (!audio) return;
  // Where it cannot be played, an `error` says so; where it was paused at once, there is nothing to say.
  if (audio.paused) audio.play().catch(() => {});
  else audio.pause();
}
