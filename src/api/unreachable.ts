import { ApiError, type UnreachableReason } from './errors';

const reasons: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'hostNotFound'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'reset'],
  [
    /^(CERT_|CRL_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/,
    'certificate',
  ],
  [/^(EPROTO$|ERR_SSL_|ERR_TLS_)/, 'tls'],
];

/** The answer came, but not as HTTP (`HPE_`, Node's parser) or not as it says it is compressed (`Z_`, `ERR_`, Brotli). */
const garbled = /^(HPE_|Z_|ERR_(_ERROR_FORMAT|BROTLI)_)/;

/** The typed error for what a `fetch` or the stream of its answer failed with. Takes its code alone, never its message. */
export function unreachable(error: unknown): ApiError {
  const code = systemCodeOf(error);
  const facts = code === undefined ? {} : { systemCode: code };
  if (code !== undefined && garbled.test(code))
    return new ApiError('badAnswer', { reason: 'garbled', ...facts });
  const known = reasons.find(([pattern]) => code !== undefined && pattern.test(code));
  return new ApiError('unreachable', {
    reason: known?.[1] ?? (isAboutProxy(error) ? 'proxy' : 'network'),
    ...facts,
  });
}

function systemCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(error.code) ? error.code : undefined;
}

/** Proxy agents, VS Code's among them, give no code, only a sentence. */
function isAboutProxy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Before the reason stands the address asked for, whose host may well be named after a proxy.
  const reason = error.message.slice(error.message.indexOf('reason: ') + 1);
  return /\b(proxy|proxies|tunnel\w*)\b/i.test(reason);
}
