import type { Json } from '../json.ts';
import type { Manifest } from '../to-kubernetes.ts';
import type { Finding } from '../validate-manifest.ts';
import { isDnsLabel, isPortName } from './names.ts';
import { at, listAt, objectAt, quantityOf } from './reading.ts';

const POD_SPECS: Readonly<Record<string, readonly string[]>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
};

export function* podRules(manifest: Manifest): Generator<Finding> {
  const keys = POD_SPECS[manifest.kind];
  if (!keys) return;
  const spec = objectAt(manifest, ...keys);
  const path = keys.join('.');
  const containers = ['initContainers', 'containers'].flatMap((list) =>
    listAt(spec, list).map((container, index) => ({ container, path: `${path}.${list}[${index}]` })),
  );
  const names = containers.map(({ container }) => at(container, 'name'));
  if (new Set(names).size < names.length) yield { path, message: 'has two containers of one name' };
  for (const { container, path: here } of containers) yield* containerRules(container, here);
  for (const [index, toleration] of listAt(spec, 'tolerations').entries()) {
    yield* tolerationRules(toleration, `${path}.tolerations[${index}]`);
  }
  const volumes = new Set(listAt(spec, 'volumes').map((volume) => at(volume, 'name')));
  for (const { container, path: here } of containers) {
    for (const mount of listAt(container, 'volumeMounts')) {
      const name = at(mount, 'name');
      if (!volumes.has(name)) yield { path: `${here}.volumeMounts`, message: `names no volume: ${name}` };
    }
  }
}

function* containerRules(container: Json, path: string): Generator<Finding> {
  const { name, image, ports = [] } = objectAt(container);
  if (!isDnsLabel(String(name))) yield { path: `${path}.name`, message: `cannot be ${name}` };
  if (typeof image !== 'string' || image.trim() !== image || image === '') {
    yield { path: `${path}.image`, message: 'is no image' };
  }
  for (const port of listAt(ports)) {
    const { name: portName, containerPort } = objectAt(port);
    if (portName !== undefined && !isPortName(String(portName))) {
      yield { path: `${path}.ports`, message: `cannot have the name ${portName}` };
    }
    if (!isPort(containerPort))
      yield { path: `${path}.ports`, message: `cannot have the number ${containerPort}` };
  }
  const limits = objectAt(container, 'resources', 'limits');
  for (const [resource, request] of Object.entries(objectAt(container, 'resources', 'requests'))) {
    if (quantityOf(request) > quantityOf(limits[resource])) {
      yield { path: `${path}.resources.requests.${resource}`, message: `is above its limit` };
    }
  }
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
    yield* probeRules(at(container, probe), probe, `${path}.${probe}`);
  }
  for (const variable of listAt(container, 'env')) {
    const { name: key, value, valueFrom } = objectAt(variable);
    if (!/^[ -<>-~]+$/.test(String(key)))
      yield { path: `${path}.env`, message: `cannot have the name ${key}` };
    if (value !== undefined && value !== '' && valueFrom !== undefined) {
      yield { path: `${path}.env`, message: `has a value and a source: ${key}` };
    }
  }
}

function* probeRules(probe: Json | undefined, name: string, path: string): Generator<Finding> {
  if (probe === undefined) return;
  const actions = ['exec', 'grpc', 'httpGet', 'tcpSocket'].filter(
    (action) => at(probe, action) !== undefined,
  );
  if (actions.length !== 1) yield { path, message: 'has not exactly one action' };
  const port = at(probe, actions[0] ?? '', 'port');
  if (port !== undefined && !isPort(port) && !isPortName(String(port))) {
    yield { path, message: `cannot have the port ${port}` };
  }
  // To the API server 0 means its default; the provider refuses it (validatePositiveInteger).
  for (const key of ['failureThreshold', 'periodSeconds', 'successThreshold', 'timeoutSeconds']) {
    if (Number(at(probe, key) ?? 1) < 1) yield { path: `${path}.${key}`, message: 'is below 1' };
  }
  if (name !== 'readinessProbe' && Number(at(probe, 'successThreshold') ?? 1) > 1) {
    yield { path: `${path}.successThreshold`, message: 'is not 1' };
  }
}

function* tolerationRules(toleration: Json, path: string): Generator<Finding> {
  const { key = '', operator = 'Equal', value = '', effect, tolerationSeconds } = objectAt(toleration);
  if (operator === 'Exists' && value !== '') yield { path, message: 'has a value, and Exists asks for none' };
  if (key === '' && operator !== 'Exists') yield { path, message: 'has no key, and asks for a value' };
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    yield { path, message: 'has seconds without the effect NoExecute' };
  }
}

function isPort(port: Json | undefined): boolean {
  return typeof port === 'number' && port >= 1 && port <= 65_535;
}
