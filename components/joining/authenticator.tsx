import type { OpenedLink } from "@/lib/platform/sign-in/joining/links";

type Given = NonNullable<OpenedLink["authenticator"]>;

/** Setting up an authenticator app: a picture to scan, and the key for typing where there is no camera. */
export function Authenticator({ authenticator: { key, picture } }: { authenticator: Given }) {
  return (
    <section aria-labelledby="authenticator" className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)] sm:items-center">
      <svg viewBox={`0 0 ${picture.size} ${picture.size}`} role="img" aria-label="Square code for your authenticator app. The key in words is beside it" shapeRendering="crispEdges" className="w-48 rounded-control border border-line bg-qr-light text-qr-dark forced-color-adjust-none">
        <path d={picture.path} fill="currentColor" />
      </svg>
      <div className="grid gap-2">
        <h2 id="authenticator" className="font-semibold">Add Hereward to an authenticator app</h2>
        <p className="text-note text-ink-soft">Any app that makes codes will do, on a phone or in a password manager. Scan the square, or choose “enter a key” there and type this:</p>
        <p className="font-mono text-note wrap-anywhere" data-key-words>{key}</p>
      </div>
    </section>
  );
}
