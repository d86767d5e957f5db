// Stands for the file of the package that a page loads: `sspr-elements/embed/sspr-register.js`.
import '../src/define/sspr-register.js';
