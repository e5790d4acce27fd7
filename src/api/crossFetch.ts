import { fetch as crossFetch } from 'cross-fetch/dist/node-ponyfill';
import { Agent as PlainAgent, type Agent, type AgentOptions, type ClientRequest } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import type { Fetch } from './fetch';

/** A `fetch` with connections of its own. */
export interface ClientFetch {
  readonly fetch: Fetch;
  /** Closes the connections, those in use too. */
  destroy(): void;
}

// Load balancers close what has been idle for a minute: a connection must not be taken just when that happens.
const agentOptions: AgentOptions = { keepAlive: true, timeout: 30_000 };

/**
 * `cross-fetch` over one connection that stays open between requests.
 * VS Code's patched `http` honours the agent only beside an explicit `Connection: keep-alive`, which `Http` sends.
 */
export function createFetch(): ClientFetch {
  const plain = endingCutAnswers(new PlainAgent(agentOptions));
  const secure = endingCutAnswers(new SecureAgent(agentOptions));
  const agent = ({ protocol }: { readonly protocol: string }) => (protocol === 'https:' ? secure : plain);
  return {
    fetch: (url, init) => crossFetch(url, { ...init, agent }),
    destroy: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}

/** The method by which every agent gets a request, and by which one agent hands it on to another. No typing has it. */
interface RequestTaker {
  addRequest(request: ClientRequest, ...rest: readonly unknown[]): void;
}

/**
 * Makes an answer that is shorter than its `Content-Length` fail when the connection closes: `node-fetch` 2 waits for
 * the rest for ever. Behind a proxy, where VS Code uses an agent of its own, the time limit of the request ends it.
 */
function endingCutAnswers(agent: Agent): Agent {
  const taker = agent as Agent & RequestTaker;
  const addRequest = taker.addRequest.bind(taker);
  taker.addRequest = (request, ...rest) => {
    request.once('response', response => {
      response.once('close', () => {
        if (!response.complete) request.emit('error', new CutShortError('The answer was cut short'));
      });
    });
    addRequest(request, ...rest);
  };
  return agent;
}

class CutShortError extends Error {
  readonly code = 'ECONNRESET';
}
