import type { OverviewPanel } from '../panels/overview/overviewPanel';
import type { Command } from './command';

/** Opens the overview of all organizations, or brings it to the front. */
export function openOverview(overview: () => Promise<OverviewPanel>): Command {
  return {
    id: 'byok.openOverview',
    async run() {
      (await overview()).open();
    },
  };
}
