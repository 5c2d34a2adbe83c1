import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends the same request over and over on so many kept connections; prints how many answers of 200 or 201 came in a second. */
type Load = { port: number; requests: string[]; clients: number; seconds: number };

const { port, requests, clients, seconds } = JSON.parse(await text(process.stdin)) as Load;
let [answers, next, ending] = [0, 0, false];

function open(): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  return new Promise((resolve, reject) => {
    let held = Buffer.alloc(0);
    socket.on('data', (part) => {
      held = held.length === 0 ? part : Buffer.concat([held, part]);
      const end = endOf(held);
      if (end === null || held.length < end) return;
      if (!/^HTTP\/1.1 20[01]/.test(held.toString('latin1', 0, 15))) return reject(new Error(held.toString('utf8', 0, 400)));
      held = held.subarray(end);
      answers += 1;
      if (ending) resolve(void socket.destroy());
      else send(socket);
    });
    socket.on('error', reject);
    send(socket);
  });
}

function send(socket: Socket): void {
  socket.write(requests[next++ % requests.length] ?? '');
}

/** Where the answer ends; null while its head is not whole. */
function endOf(held: Buffer): number | null {
  const head = held.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const words = held.toString('latin1', 0, head);
  const length = /content-length: (\d+)/i.exec(words)?.[1];
  if (length !== undefined) return head + 4 + Number(length);
  const last = held.indexOf('\r\n0\r\n\r\n', head, 'latin1'); // chunked
  return last < 0 ? null : last + 7;
}

const began = performance.now();
setTimeout(() => {
  ending = true;
}, seconds * 1000);
await Promise.all(Array.from({ length: clients }, open));
process.stdout.write(`${(answers / (performance.now() - began)) * 1000}`);
