import type { Behaviour } from '../../src/simulator/behaviour';
import { MovableClock } from '../../src/simulator/clock';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedOrganization } from '../../src/simulator/organization';
import { Simulator } from '../../src/simulator/simulator';
import { start } from './ask';

/** The demo organization, with changes, on a clock that the test moves. */
export function simulatorOf(
  changes: Partial<SimulatedOrganization> = {},
  behaviour: Partial<Behaviour> = {},
) {
  const clock = new MovableClock(start);
  const organization = { ...demoOrganization(start), ...changes };
  return { clock, organization, simulator: new Simulator({ organization, clock, behaviour }) };
}
