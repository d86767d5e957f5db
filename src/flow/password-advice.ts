/** The one piece of policy on the client: it explains rules while a password is typed, and decides nothing. */
export { checkPassword, explainPassword } from '../policy/password.js';
