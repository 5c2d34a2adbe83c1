import { connect, type Socket } from 'node:net';

type Place = { path?: string | false; host: readonly string[]; port: readonly number[] };

/**
 * A socket on which a long statement waits for the short ones that follow it at once, so that a transaction's writes and its
 * commit wake the database once. The driver gathers short ones by itself and sends from 1,024 bytes on what it has.
 */
export function gatheringSocket({ path, host, port }: Place): Promise<Socket> {
  const socket = path ? connect(path) : connect(Number(port[0]), host[0]);
  const write = socket.write.bind(socket) as (bytes: Uint8Array, done?: () => void) => boolean;
  socket.write = ((bytes: Uint8Array, done?: () => void) => {
    const long = bytes.length >= 1024;
    if (long && socket.writableCorked === 0) {
      socket.cork();
      setImmediate(() => setImmediate(() => socket.uncork())); // nothing short followed: behind the driver's own turn
    }
    const taken = write(bytes, done);
    if (!long) socket.uncork();
    return taken;
  }) as Socket['write'];
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket.off('error', reject)));
  });
}
