import { NotFound, Unauthenticated } from "./errors";
import { follow, type LiveChannel } from "./live";

type Source<Cursor> = {
  channel: LiveChannel;
  id: string;
  from: Cursor;
  /** Asks as the listener, under the rule as it is now; null when there is nothing they may see. */
  next: (cursor: Cursor) => Promise<{ data: unknown; cursor: Cursor } | null>;
};

const heartbeatMs = 15_000;

/** Server-sent events: each wake-up asks again as the listener, so access that ended ends the stream. */
export function eventStream<Cursor>(request: Request, source: Source<Cursor>): Response {
  const encoder = new TextEncoder();
  let cursor = source.from;
  let asking = false;
  let again = false;
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const ask = async () => {
        if (asking) return void (again = true);
        asking = true;
        try {
          do {
            again = false;
            const found = await source.next(cursor);
            if (found) {
              cursor = found.cursor;
              send(`event: change\ndata: ${JSON.stringify(found.data)}\n\n`);
            }
          } while (again);
        } catch (error) {
          if (error instanceof NotFound || error instanceof Unauthenticated) send("event: ended\ndata: {}\n\n");
          finish();
        } finally {
          asking = false;
        }
      };
      const stop = await follow(source.channel, source.id, () => void ask());
      const beat = setInterval(() => send("event: beat\ndata: {}\n\n"), heartbeatMs);
      finish = () => {
        clearInterval(beat);
        stop();
        try { controller.close(); } catch { /* the listener left first */ }
      };
      request.signal.addEventListener("abort", () => finish());
      send("retry: 2000\nevent: open\ndata: {}\n\n");
      await ask();
    },
    cancel: () => finish(),
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "private, no-store", "X-Accel-Buffering": "no" } });
}
