import { always, defaulted, derived, onByDefault, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, list, map, quantity, section, switchable, text } from '../../compiler/language/fields.ts';

/**
 * How long files of one kind are kept, by CloudFront and by browsers. The numbers are those of the guide's section
 * "Frontend Scaling"; they hold for objects that have no Cache-Control header of their own.
 */

const duration = (description: string, example: string) => quantity('duration', { description, example });

/** @source CloudFront developer guide, "Path pattern", what a pattern may hold and its length; unverified: from memory */
export const pathPattern = text({
  description: 'A path pattern of CloudFront: * is any text, slashes too; ? is any one character.',
  example: 'assets/*',
  pattern: '^[A-Za-z0-9_.*$/~"\'@:+&?-]+$',
  patternMeaning: 'letters, digits and _ - . * ? $ / ~ " \' @ : + &, which is what CloudFront takes',
  maxLength: 255,
});

const paths = (example: readonly string[]) =>
  list(pathPattern, {
    description:
      'Paths of the files of this kind. Upper and lower case differ; a slash in front changes nothing. The order means nothing either: of two patterns that match, the more specific one counts (the longest beginning without a wildcard, then the longest text).',
    example,
    minItems: 1,
    maxItems: 50,
  });

/** @param prefix of the kind's keys, counted from the map item around it */
const further = (prefix: string) => ({
  minTtl: defaulted(
    duration('CloudFront asks for an object at most this often, even if its header says no-cache.', '0s'),
    '0s',
    'whoever uploads an object with no-cache means it',
  ),
  maxTtl: derived(
    duration('The longest that CloudFront keeps an object whose own header asks for more.', '5m'),
    'ttl of the same kind',
    (scope) => scope.get(`${prefix}ttl`) as string,
  ),
  queryStrings: defaulted(
    choice(['none', 'all'], {
      description:
        'Whether the query string is part of what CloudFront tells files apart by. With none, app.js?v=1 and app.js?v=2 are one file.',
    }),
    'none',
    'a query string that S3 ignores would only lower the share of hits',
  ),
});

const TTL = 'How long CloudFront keeps an object that has no Cache-Control header.';
const BROWSER_TTL =
  'How long browsers keep an object that has no Cache-Control header: CloudFront adds one with this max-age. An object that has a header keeps it. What a browser keeps cannot be called back.';

const html = section(
  {
    ttl: defaulted(
      duration(TTL, '5m'),
      '5m',
      'the guide: HTML max-age=300; a deploy is seen after five minutes',
    ),
    ...further('cache.html.'),
    browserTtl: defaulted(duration(BROWSER_TTL, '5m'), '5m', 'the guide: HTML max-age=300'),
  },
  { description: 'HTML, and every path that no other kind takes.', example: { ttl: '5m' } },
);

const hashed = switchable(
  {
    paths: defaulted(
      paths(['assets/*', 'static/*']),
      ['assets/*', 'static/*'],
      'where Vite and Create React App put files with a hash in their names',
    ),
    ttl: defaulted(duration(TTL, '365d'), '365d', 'the guide: JS and CSS with a hash max-age=31536000'),
    ...further('cache.hashed.'),
    browserTtl: defaulted(
      duration(`${BROWSER_TTL} Such files are also called immutable.`, '365d'),
      '365d',
      'the guide: JS and CSS with a hash max-age=31536000',
    ),
  },
  {
    description: 'Files with a hash of their content in their names: another content is another name.',
    example: { paths: ['assets/*'], ttl: '365d' },
  },
);

const IMAGES = ['*.gif', '*.ico', '*.jpeg', '*.jpg', '*.png', '*.svg', '*.webp'];

const images = switchable(
  {
    paths: defaulted(paths(['*.png', '*.svg']), IMAGES, 'the usual endings of images'),
    ttl: defaulted(duration(TTL, '1d'), '1d', 'the guide: images max-age=86400'),
    ...further('cache.images.'),
    browserTtl: defaulted(duration(BROWSER_TTL, '1d'), '1d', 'the guide: images max-age=86400'),
  },
  { description: 'Images outside of the folders of hashed files.', example: { ttl: '1d' } },
);

const other = section(
  {
    paths: paths(['*.woff2']),
    ttl: duration(TTL, '30d'),
    ...further(''),
    browserTtl: optional(
      duration(BROWSER_TTL, '30d'),
      'no header is added, and browsers guess where an object has none',
    ),
  },
  { description: 'A further kind of file.', example: { paths: ['*.woff2'], ttl: '30d' } },
);

export const cache = always(
  section(
    {
      html: always(html),
      hashed: onByDefault(hashed, 'the guide has them'),
      images: onByDefault(images, 'the guide has them'),
      others: always(
        map(other, {
          description: 'Further kinds of files, by a name of yours.',
          example: { fonts: { paths: ['*.woff2'], ttl: '30d' } },
        }),
      ),
    },
    {
      description: 'How long files are cached, by kind. Each kind is a cache policy of CloudFront.',
      example: { html: { ttl: '5m' }, images: { ttl: '1d' } },
    },
  ),
);

/** What all kinds have in common; durations in seconds. */
export interface CacheKind {
  readonly ttl: number;
  readonly minTtl: number;
  readonly maxTtl: number;
  readonly browserTtl?: number | undefined;
  readonly queryStrings: ModelOf<typeof html>['queryStrings'];
}
