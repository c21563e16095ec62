/**
 * What Kubernetes takes as names, as anchored patterns that run in linear time.
 *
 * @source kubernetes.io "Object Names and IDs" and "Labels and Selectors", read 2026-11-25
 */

/** At most 63 characters; a container, a port, or anything whose name is also the value of a label. */
export const DNS_LABEL = '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$';
export const DNS_LABEL_MEANING =
  'lower case letters, digits and hyphens, at most 63, with a letter or digit at both ends';

/** At most 253 characters; most objects. */
export const DNS_SUBDOMAIN = '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$';
export const DNS_SUBDOMAIN_MEANING =
  'lower case letters, digits, hyphens and dots, with a letter or digit at both ends of each part';

/** `app`, `app.kubernetes.io/name`. */
export const LABEL_KEY = `^(?:${DNS_SUBDOMAIN.slice(1, -1)}/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$`;
export const LABEL_KEY_MEANING = 'the keys of labels, such as "app" or "app.kubernetes.io/name"';

export const LABEL_VALUE = '^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
export const LABEL_VALUE_MEANING = 'the value of a label: at most 63 letters, digits and _ . -';

/**
 * A metric's name is a segment of the path under which the metrics API is asked for it, so the API server
 * refuses `/`, `%` and the two dots. Everything else is up to the adapter that serves the metric.
 *
 * @source IsValidPathSegmentName in k8s.io/apimachinery; vector `valid-058` ("may not contain '/'")
 */
export const METRIC_NAME = '^(?!\\.{1,2}$)[^/%\\s]{1,253}$';
export const METRIC_NAME_MEANING = 'the name of a metric: no blanks, no "/" and no "%"';

/** Metric names that read well as keys; any other goes into the key `metric`. */
export const METRIC_KEY = '^[A-Za-z0-9_][A-Za-z0-9_.:-]*$';
export const METRIC_KEY_MEANING =
  'names of metrics made of letters, digits and _ . : - (write any other in "metric")';
