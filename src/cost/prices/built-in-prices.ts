import { invariant } from '../../util/invariant.ts';
import ec2 from './ec2.json' with { type: 'json' };
import elasticache from './elasticache.json' with { type: 'json' };
import { joinTables, type PriceTable } from './price-table.ts';
import rds from './rds.json' with { type: 'json' };
import { readPriceFile } from './read-price-file.ts';
import services from './services.json' with { type: 'json' };

let made: PriceTable | undefined;

/** The prices of this folder: us-east-1, each with its source, day and letter of trust. */
export function builtInPrices(): PriceTable {
  made ??= joinTables(
    'the built-in prices',
    Object.entries({ ec2, rds, elasticache, services }).map(([name, file]) => {
      const table = readPriceFile(name, file);
      invariant('regions' in table, `${name}.json is a price table`);
      return table;
    }),
  );
  return made;
}
