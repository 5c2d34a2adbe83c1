import './old-node.js';

import('./check-all.js').then(({ checkAll }) => checkAll(process.argv.slice(2)));
