import fc from 'fast-check';
import assert from 'node:assert/strict';
import { isConfluentHost, parseEndpoint } from '../../src/connections/endpoint';

describe('parseEndpoint', () => {
  const accepted: readonly (readonly [label: string, text: string, endpoint: string])[] = [
    ['the default', 'https://api.confluent.cloud', 'https://api.confluent.cloud'],
    ['blanks and a slash around it', '  https://api.confluent.cloud/ ', 'https://api.confluent.cloud'],
    ['capitals', 'HTTPS://API.Confluent.Cloud', 'https://api.confluent.cloud'],
    ['the usual port', 'https://api.confluent.cloud:443', 'https://api.confluent.cloud'],
    ['another port', 'https://gateway.example.com:8443', 'https://gateway.example.com:8443'],
    ['http to 127.0.0.1', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http to another loopback address', 'http://127.9.9.9:80', 'http://127.9.9.9'],
    ['http to localhost', 'http://localhost:1', 'http://localhost:1'],
    ['http to the loopback address of IPv6', 'http://[::1]:9', 'http://[::1]:9'],
    [
      'letters that look like others',
      'https://\u0430pi.confluent.cloud',
      'https://xn--pi-6kc.confluent.cloud',
    ],
  ];
  for (const [label, text, endpoint] of accepted) {
    it(`accepts ${label}`, () => assert.deepEqual(parseEndpoint(text), { endpoint }));
  }

  const refused: readonly (readonly [label: string, text: string, problem: string])[] = [
    ['nothing', '', 'notAnAddress'],
    ['words', 'not an address', 'notAnAddress'],
    ['a bare host', 'api.confluent.cloud', 'notAnAddress'],
    ['a host and port, which reads as a scheme', 'api.confluent.cloud:443', 'notAnAddress'],
    ['no host', 'https://', 'notAnAddress'],
    ['a file', 'file:///etc/passwd', 'notAnAddress'],
    ['a script', 'javascript:alert(1)', 'notAnAddress'],
    ['backslashes', 'https:\\\\api.confluent.cloud', 'notAnAddress'],
    ['a line break in the host', 'https://api.conf\nluent.cloud/x', 'hasPath'],
    ['a user name and password', 'https://key:secret@api.confluent.cloud', 'hasCredentials'],
    ['a host that only looks like one', 'https://api.confluent.cloud@evil.example', 'hasCredentials'],
    ['a path', 'https://api.confluent.cloud/byok/v1', 'hasPath'],
    ['a path after a backslash', 'https://api.confluent.cloud\\@evil.example', 'hasPath'],
    ['a query', 'https://api.confluent.cloud/?to=evil', 'hasPath'],
    ['a fragment', 'https://api.confluent.cloud/#to', 'hasPath'],
    ['ftp', 'ftp://api.confluent.cloud', 'notHttps'],
    ['a web socket', 'wss://api.confluent.cloud', 'notHttps'],
    ['http to Confluent', 'http://api.confluent.cloud', 'plainHttpElsewhere'],
    ['http to the network at home', 'http://10.0.0.1', 'plainHttpElsewhere'],
    ['http to any interface', 'http://0.0.0.0', 'plainHttpElsewhere'],
    ['http to a host called like 127.0.0.1', 'http://127.0.0.1.evil.example', 'plainHttpElsewhere'],
    ['http to a host called like localhost', 'http://localhost.evil.example', 'plainHttpElsewhere'],
  ];
  for (const [label, text, problem] of refused) {
    it(`refuses ${label}`, () => assert.deepEqual(parseEndpoint(text), { problem }));
  }

  it('gives an origin, which is an endpoint again, for whatever it accepts', () => {
    const pieces = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '127.0.0.1',
      'evil.example',
      '?',
      '#',
      '443',
    );
    const near = fc.array(pieces, { maxLength: 8 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), near, fc.string()), text => {
        const parsed = parseEndpoint(text);
        if (!('endpoint' in parsed)) return;
        assert.equal(new URL(parsed.endpoint).origin, parsed.endpoint);
        assert.deepEqual(parseEndpoint(parsed.endpoint), parsed);
        assert.match(parsed.endpoint, /^(https:\/\/|http:\/\/(localhost|\[::1\]|127\.))/);
      }),
    );
  });
});

describe('isConfluentHost', () => {
  const hosts: readonly (readonly [endpoint: string, isConfluents: boolean])[] = [
    ['https://api.confluent.cloud', true],
    ['https://api.confluentgov.com', true],
    ['https://api.stag.cpdev.cloud', true],
    ['https://confluent.cloud', true],
    ['https://api.confluent.cloud.evil.example', false],
    ['https://notconfluent.cloud', false],
    ['https://xn--pi-6kc.confluent.cloud.example', false],
    ['http://127.0.0.1:8080', false],
  ];
  for (const [endpoint, isConfluents] of hosts) {
    it(`${endpoint}: ${isConfluents ? 'yes' : 'no'}`, () => {
      assert.equal(isConfluentHost(endpoint), isConfluents);
    });
  }
});
