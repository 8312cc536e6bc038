// A wire to the shop that can be cut and mended, as a phone's connection is in a tunnel.
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** The shop at an address of its own, as long as the wire holds. */
export class Wire {
  private sockets = new Set<Socket>();
  private server!: Server;
  private port = 0;

  private constructor(private readonly shop: URL) {}

  static async to(shop: string): Promise<Wire> {
    const wire = new Wire(new URL(shop));
    await wire.mend();
    return wire;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends every connection; new ones are refused. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Takes connections again, at the same address. */
  async mend(): Promise<void> {
    this.server = createServer((browser) => {
      const shop = connect(Number(this.shop.port), this.shop.hostname);
      for (const [from, to] of [[browser, shop], [shop, browser]] as const) {
        this.sockets.add(from);
        from.on("error", () => {}).on("close", () => {
          this.sockets.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
    await new Promise<void>((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }
}
