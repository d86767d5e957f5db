import type { LitElement } from 'lit';

/** The events of the elements, by name. */
type Events = {
  readonly [N in keyof GlobalEventHandlersEventMap as N extends `sspr-${string}`
    ? N
    : never]: GlobalEventHandlersEventMap[N];
};

/** What a form control only tells. */
type ReadOnly = 'form' | 'validity' | 'validationMessage';

/** The properties of an element that a template may set, under the names that they have in script. */
type Settable<E extends LitElement> = {
  [K in Exclude<keyof E, keyof LitElement | ReadOnly> as E[K] extends (...given: never) => unknown
    ? never
    : K]?: E[K] | undefined;
};

/**
 * What JSX may give to an element, in React 19 or Preact: its properties, and its events under their own
 * names, as `onsspr-step`. Beside it stands what all HTML elements take, which is the framework's.
 */
export type JsxProps<E extends LitElement> = Settable<E> & {
  [N in keyof Events as `on${N}`]?: ((event: Events[N]) => void) | undefined;
};

/** The same for templates of Vue 3, where `@sspr-step` is called `onSsprStep`. */
export type VueProps<E extends LitElement> = Settable<E> & {
  [N in keyof Events as N extends `sspr-${infer What}` ? `onSspr${Capitalize<What>}` : never]?:
    | ((event: Events[N]) => void)
    | undefined;
};
