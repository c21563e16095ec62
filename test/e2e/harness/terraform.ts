import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanEnvironment } from './clean-environment.ts';
import { needsCache, renderCliConfig } from './cli-config.ts';
import { readDiagnostics, type TerraformDiagnostic, TerraformError } from './diagnostics.ts';
import { type FileTree, readFileTree, writeFileTree } from './file-tree.ts';
import { initialise } from './initialisation.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { overrideFile, renderOverride } from './override.ts';
import type { Json, PlanJson } from './plan-json.ts';
import { type CommandResult, runCommand } from './run-command.ts';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
import type { Tools } from './tools.ts';

const STATE = 'terraform.tfstate';

export interface TerraformRootOptions {
  readonly tools: Tools;
  /** The tree itself, or the folder that holds it; copied, never changed. */
  readonly files: FileTree | string;
  /** The mock AWS to talk to; without one only `init`, `validate` and `fmtCheck` make sense. */
  readonly mock?: { readonly endpoint: string };
  readonly variables?: Readonly<Record<string, string>>;
  /** `alias` of further `provider "aws"` blocks in the tree. */
  readonly aliases?: readonly string[];
}

export interface PlanOptions {
  /** False trusts the state and asks AWS for lookups only. Default true. */
  readonly refresh?: boolean;
  readonly destroy?: boolean;
}

export interface Plan {
  /** The saved plan, for `apply`. */
  readonly file: string;
  readonly hasChanges: boolean;
  /** Failed `check` blocks are among them. */
  readonly warnings: readonly TerraformDiagnostic[];
  /** `terraform show -json`, asked for once: it starts the provider again, 3 s of a core. */
  json(): Promise<PlanJson>;
}

export interface Validation {
  readonly valid: boolean;
  readonly errors: readonly TerraformDiagnostic[];
  readonly warnings: readonly TerraformDiagnostic[];
}

/**
 * A copy of a Terraform root in a temporary folder, with its own local state, pointed at the mock AWS.
 * Different roots may run at the same time; one root does one thing at a time.
 *
 * Every method throws `TerraformError` when Terraform fails.
 */
export class TerraformRoot implements AsyncDisposable {
  /** Where Terraform runs. */
  readonly folder: string;
  private readonly options: TerraformRootOptions;
  private readonly workspace: TemporaryFolder;
  private plans = 0;

  private constructor(options: TerraformRootOptions, workspace: TemporaryFolder) {
    this.options = options;
    this.workspace = workspace;
    this.folder = join(workspace.path, 'root');
  }

  static async create(options: TerraformRootOptions): Promise<TerraformRoot> {
    const workspace = await makeTemporaryFolder('root');
    try {
      await writeFile(join(workspace.path, 'terraform.rc'), await renderCliConfig(options.tools.providers));
      const root = new TerraformRoot(options, workspace);
      await root.replaceFiles(options.files);
      return root;
    } catch (error) {
      await workspace.remove();
      throw error;
    }
  }

  /** `create` and `init` in one. */
  static async initialised(options: TerraformRootOptions): Promise<TerraformRoot> {
    const root = await TerraformRoot.create(options);
    try {
      await root.init();
      return root;
    } catch (error) {
      await root.remove();
      throw error;
    }
  }

  /** The next version of the tree over the same state. Files that are not in it go away. */
  async replaceFiles(files: FileTree | string): Promise<void> {
    const tree = new Map(typeof files === 'string' ? await readFileTree(files) : files);
    const override = renderOverride({
      ...(this.options.mock && { endpoint: this.options.mock.endpoint }),
      // Relative, so that what "init" remembers of it is true of every root.
      statePath: `../${STATE}`,
      ...(this.options.aliases && { aliases: this.options.aliases }),
    });
    tree.set(overrideFile, override);
    await writeFileTree(this.folder, tree);
  }

  /** Another root over a copy of this one's state: several may then be planned at the same time. */
  async fork(files: FileTree | string): Promise<TerraformRoot> {
    const root = await TerraformRoot.initialised({ ...this.options, files });
    await copyFile(join(this.workspace.path, STATE), join(root.workspace.path, STATE));
    return root;
  }

  /** Needs no more than a copy when another root of this process had the same providers. */
  async init(): Promise<void> {
    const texts = [...(await readFileTree(this.folder)).values()];
    const providers = texts.flatMap((text) => text.match(/hashicorp\/[a-z]+/g) ?? []);
    await initialise(this.folder, [...new Set(providers)].sort().join(' '), () => this.initAfresh());
  }

  private async initAfresh(): Promise<void> {
    const init = () => this.run('init', ['-input=false', '-no-color']);
    // Two first runs at once would both fill the plugin cache, which Terraform does not guard.
    await ((await needsCache(this.options.tools.providers)) ? oneAtATime(init) : init());
  }

  async validate(): Promise<Validation> {
    const { stdout } = await this.run('validate', ['-json'], [0, 1]);
    const { valid, diagnostics } = JSON.parse(stdout) as {
      valid: boolean;
      diagnostics: TerraformDiagnostic[];
    };
    return {
      valid,
      errors: diagnostics.filter(({ severity }) => severity === 'error'),
      warnings: diagnostics.filter(({ severity }) => severity === 'warning'),
    };
  }

  /** @returns the files that `terraform fmt` would change, in every folder of the tree; needs no `init` */
  async fmtCheck(): Promise<string[]> {
    const { stdout } = await this.run('fmt', ['-check', '-recursive', '-list=true', '-no-color'], [0, 3]);
    return stdout.split('\n').filter((line) => line !== '');
  }

  async plan({ refresh = true, destroy = false }: PlanOptions = {}): Promise<Plan> {
    this.plans += 1;
    const file = join(this.workspace.path, `${this.plans}.tfplan`);
    const args = [`-out=${file}`, '-input=false', '-json', '-detailed-exitcode', `-refresh=${refresh}`];
    if (destroy) args.push('-destroy');
    const { status, stdout } = await this.run('plan', args, [0, 2]);
    let shown: Promise<PlanJson> | undefined;
    return {
      file,
      hasChanges: status === 2,
      warnings: readDiagnostics(stdout).filter(({ severity }) => severity === 'warning'),
      json: () => {
        shown ??= this.run('show', ['-json', file]).then((result) => JSON.parse(result.stdout) as PlanJson);
        return shown;
      },
    };
  }

  /**
   * Applies a plan, or without one whatever is to be done: that is one start of the provider (3 s of a
   * core) in place of three.
   *
   * @returns Terraform's warnings
   */
  async apply(plan?: Plan): Promise<TerraformDiagnostic[]> {
    const { stdout } = await this.run('apply', ['-input=false', '-json', plan?.file ?? '-auto-approve']);
    return readDiagnostics(stdout).filter(({ severity }) => severity === 'warning');
  }

  /** Takes down all that the root made; fails where `prevent_destroy` or deletion protection forbids it. */
  async destroy(): Promise<void> {
    await this.run('apply', ['-destroy', '-auto-approve', '-input=false', '-json']);
  }

  /** @returns addresses, sorted as Terraform does */
  async stateList(): Promise<string[]> {
    const { stdout } = await this.run('state', ['list']);
    return stdout.split('\n').filter((line) => line !== '');
  }

  /** @returns the values of the outputs by name */
  async output(): Promise<Record<string, Json>> {
    const { stdout } = await this.run('output', ['-json']);
    const outputs = JSON.parse(stdout) as Record<string, { value: Json }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Removes the copy and its state; what was made in the mock stays there. Idempotent. */
  async remove(): Promise<void> {
    await this.workspace.remove();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remove();
  }

  private async run(
    command: string,
    args: readonly string[],
    good: readonly number[] = [0],
  ): Promise<CommandResult> {
    const result = await runCommand({
      program: this.options.tools.terraform,
      args: [command, ...args],
      cwd: this.folder,
      env: this.environment(),
    });
    if (good.includes(result.status)) return result;
    throw new TerraformError(command, result.status, result.stderr, readDiagnostics(result.stdout));
  }

  private environment(): NodeJS.ProcessEnv {
    const { mock, variables = {} } = this.options;
    const inputs = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]);
    return {
      ...cleanEnvironment(),
      TF_CLI_CONFIG_FILE: join(this.workspace.path, 'terraform.rc'),
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
      // Starting the provider decodes a large schema; fewer collections save a sixth of the processor time.
      GOGC: '400',
      ...(mock && { AWS_ENDPOINT_URL: mock.endpoint }),
      ...Object.fromEntries(inputs),
    };
  }
}
