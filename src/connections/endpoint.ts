export const defaultEndpoint = 'https://api.confluent.cloud';

/** Why an address cannot be the endpoint of a connection. */
export type EndpointProblem =
  'notAnAddress' | 'hasCredentials' | 'hasPath' | 'notHttps' | 'plainHttpElsewhere';

/** The origin of a Confluent Cloud API: https anywhere, plain http on this machine only, and nothing behind the host and port. */
export function parseEndpoint(text: string): { endpoint: string } | { problem: EndpointProblem } {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (!url || !/^[a-z]+:\/\/[^/\\]/i.test(trimmed)) return { problem: 'notAnAddress' };
  if (url.username !== '' || url.password !== '') return { problem: 'hasCredentials' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'notHttps' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { problem: 'plainHttpElsewhere' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return { problem: 'hasPath' };
  return { endpoint: url.origin };
}

/** Whether a host can only be this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Whether an endpoint is Confluent's own: another host is named to the user before a credential goes there. */
export function isConfluentHost(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return ['confluent.cloud', 'confluentgov.com', 'cpdev.cloud'].some(
    domain => hostname === domain || hostname.endsWith(`.${domain}`),
  );
}
