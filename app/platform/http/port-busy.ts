import { NeedsPerson } from "../needs-person";

/** The port is taken by another program. */
export class PortBusy extends NeedsPerson {
  override readonly name = "PortBusy";
  constructor(port: number) {
    super(`Port ${port} is used by another program; end that program or set PORT to another number.`);
  }
}
