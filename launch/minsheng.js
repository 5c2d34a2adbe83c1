import './old-node.js';

const web = process.argv[2] === 'verify-page'; // the only command that hands out a page
import('./launch.js').then(({ launch }) => launch({ scope: 'start', web, program: 'server/command/main.ts' }));
