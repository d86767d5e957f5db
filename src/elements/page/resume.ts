import type { DiscoveryHint } from '../../contract/answer.js';
import type { FlowController } from '../controllers/flow-controller.js';
import { type KeptFlow, nameOf } from './kept-flow.js';

/** Goes on with the flow that was under way before this page was loaded; where there is none, begins anew. */
export function resume(
  controller: Pick<FlowController, 'discover' | 'resume'>,
  kept: KeptFlow,
  hint: DiscoveryHint,
): void {
  const at = nameOf(kept);
  if (at === undefined) controller.discover(hint);
  else controller.resume(at, hint);
}
