// Stands for the file of the package that a page loads: `sspr-elements/embed/sspr-reset.js`.
import '../src/define/sspr-reset.js';
