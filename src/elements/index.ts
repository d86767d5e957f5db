export {
  SsprCancelledEvent,
  SsprFailedEvent,
  SsprRefusedEvent,
  SsprStepEvent,
  SsprSucceededEvent,
} from './events.js';
export { SsprMethodPicker } from './sspr-method-picker.js';
export { SsprReset } from './sspr-reset.js';
