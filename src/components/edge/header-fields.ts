import { always, defaulted, onByDefault, optional } from '../../compiler/language/fallback.ts';
import { choice, flag, quantity, section, switchable, text } from '../../compiler/language/fields.ts';

const strictTransportSecurity = always(
  section(
    {
      maxAge: defaulted(
        quantity('duration', {
          description: 'How long browsers insist on HTTPS for this name. It cannot be called back.',
          example: '365d',
        }),
        '365d',
        'what the managed policy SecurityHeadersPolicy of CloudFront has',
      ),
      includeSubdomains: defaulted(
        flag({ description: 'Browsers insist on HTTPS for all names below this one too.', example: false }),
        false,
        'names below this one may have no certificate',
      ),
      preload: defaulted(
        flag({
          description: 'Allows makers of browsers to build the name into them.',
          example: false,
        }),
        false,
        'leaving the list takes months',
      ),
    },
    { description: 'The header Strict-Transport-Security.', example: { maxAge: '365d' } },
  ),
);

/** Headers that CloudFront adds to what S3 answers. Those of an API are the application's own. */
export const responseHeaders = onByDefault(
  switchable(
    {
      strictTransportSecurity,
      frameOptions: defaulted(
        choice(['SAMEORIGIN', 'DENY'], {
          description: 'Who may show the pages in a frame: pages of the same origin, or nobody.',
        }),
        'SAMEORIGIN',
        'what the managed policy SecurityHeadersPolicy of CloudFront has',
      ),
      referrerPolicy: defaulted(
        choice(['strict-origin-when-cross-origin', 'strict-origin', 'same-origin', 'no-referrer'], {
          description: 'How much of the address other sites see when somebody comes from here.',
        }),
        'strict-origin-when-cross-origin',
        'what the managed policy SecurityHeadersPolicy of CloudFront has, and the default of browsers',
      ),
      contentSecurityPolicy: optional(
        text({
          description: 'The header Content-Security-Policy, in one line.',
          example: "default-src 'self'; frame-ancestors 'self'",
          pattern: '^[ -~]+$',
          patternMeaning: 'one line of printable ASCII',
          maxLength: 1783,
        }),
        'no such header: only the application knows what it loads',
      ),
      cacheControl: defaulted(
        flag({
          description:
            'Add Cache-Control with browserTtl of the kind of file to what has no such header. Without it browsers guess from the age of the object.',
          example: true,
        }),
        true,
        'the guide asks for the header, and an upload easily forgets it',
      ),
    },
    {
      description:
        'Headers that CloudFront adds to the answers of S3: those of security (nosniff always), and Cache-Control. One response headers policy for each kind of file.',
      example: { frameOptions: 'DENY' },
    },
  ),
  'security headers cost nothing (CKV2_AWS_32)',
);
