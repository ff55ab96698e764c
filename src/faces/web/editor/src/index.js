// What the bundle offers: `import { mountEditor }`, or `window.vanthuEditor.mount` behind a plain script tag.

import { mountEditor } from './khung/mount.js';

export { mountEditor };
window.vanthuEditor = { mount: mountEditor };
