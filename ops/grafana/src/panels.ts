import { BarGaugeDisplayMode, BigValueColorMode, LegendPlacement, ReduceDataOptionsBuilder, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import * as bars from '@grafana/grafana-foundation-sdk/bargauge';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as lines from '@grafana/grafana-foundation-sdk/timeseries';

/** What Grafana calls the units that boards use. */
export type Unit = 'short' | 's' | 'bytes' | 'percentunit' | 'reqps' | 'ops' | 'none';

/** An expression of Prometheus, and how its series are called in the legend. */
export type Query = readonly [expression: string, legend: string];

const source = { type: 'prometheus', uid: '${datasource}' };

/** What an exporter has to bring, since no service of ours exports it. */
const needing = (exporter: string | undefined, description: string) => (exporter ? `Needs ${exporter}. ${description}` : description);

type Looks = { unit: Unit; exporter?: string; width?: 6 | 8 | 12 | 24 };

/** How something went over time. */
export function graph(title: string, description: string, looks: Looks, ...queries: Query[]): lines.PanelBuilder {
  const panel = new lines.PanelBuilder()
    .title(title)
    .description(needing(looks.exporter, description))
    .datasource(source)
    .unit(looks.unit)
    .min(0)
    .fillOpacity(8)
    .lineWidth(2)
    .legend(new VizLegendOptionsBuilder().showLegend(true).placement(LegendPlacement.Bottom))
    .span(looks.width ?? 12)
    .height(8);
  return queries.reduce((it, query, index) => it.withTarget(target(query, index)), panel);
}

/**
 * How something is now.
 *
 * @param bad from where on it is red; what is never bad has none
 */
export function figure(title: string, description: string, looks: Looks, expression: string, bad?: number): stat.PanelBuilder {
  return new stat.PanelBuilder()
    .title(title)
    .description(needing(looks.exporter, description))
    .datasource(source)
    .unit(looks.unit)
    .colorMode(bad === undefined ? BigValueColorMode.None : BigValueColorMode.Background)
    .thresholds(redFrom(bad))
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .withTarget(target([expression, ''], 0))
    .span(looks.width ?? 6)
    .height(4);
}

/** How several of a kind are now, side by side. */
export function ranking(title: string, description: string, looks: Looks, query: Query, bad?: number): bars.PanelBuilder {
  return new bars.PanelBuilder()
    .title(title)
    .description(needing(looks.exporter, description))
    .datasource(source)
    .unit(looks.unit)
    .min(0)
    .displayMode(BarGaugeDisplayMode.Basic)
    .thresholds(redFrom(bad))
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .withTarget(target(query, 0))
    .span(looks.width ?? 12)
    .height(8);
}

type Panel = ReturnType<typeof graph> | ReturnType<typeof figure> | ReturnType<typeof ranking>;

/** Panels under a heading. */
export type Section = readonly [heading: string, panels: readonly Panel[]];

/** @param name also the board's address: {@code ecom-<name>} */
export function board(name: string, title: string, description: string, sections: readonly Section[], choices: QueryVariableBuilder[] = []) {
  const empty = new DashboardBuilder(`Ecom: ${title}`)
    .uid(`ecom-${name}`)
    .description(description)
    .tags(['ecom'])
    .refresh('30s')
    .time({ from: 'now-3h', to: 'now' })
    .timezone('browser')
    .readonly()
    .withVariable(new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'));
  const chosen = choices.reduce((it, choice) => it.withVariable(choice), empty);
  let id = 0;
  return sections
    .reduce((it, [heading, panels]) => panels.reduce((row, panel) => row.withPanel(panel.id(++id)), it.withRow(new RowBuilder(heading).id(++id))), chosen)
    .build();
}

/** Lets the reader choose one of the services. */
export function service() {
  return new QueryVariableBuilder('service')
    .label('Service')
    .datasource(source)
    .query('label_values(jvm_memory_used_bytes, service)')
    .sort(1)
    .refresh(2);
}

/** The seconds within which so many of a histogram's observations were, per value of the label. */
export const quantile = (share: number, histogram: string, by = '') =>
  `histogram_quantile(${share}, sum by (${['le', by].filter(Boolean).join(', ')}) (rate(${histogram}[$__rate_interval])))`;

export const quantiles = (histogram: string): Query[] => [0.5, 0.95, 0.99].map((it) => [quantile(it, histogram), `p${it * 100}`]);

export const perSecond = (counter: string, by = '') => `sum${by ? ` by (${by})` : ''} (rate(${counter}[$__rate_interval]))`;

/** A share, which is none where nothing happened. */
export const share = (part: string, whole: string) => `${perSecond(part)} / clamp_min(${perSecond(whole)}, 0.001)`;

/** Grafana tells the queries of a panel apart by letters. */
function target([expression, legend]: Query, index: number) {
  return new prometheus.DataqueryBuilder().refId(String.fromCharCode(65 + index)).expr(expression).legendFormat(legend).datasource(source);
}

function redFrom(bad: number | undefined) {
  const steps = [{ value: null, color: 'green' }, ...(bad === undefined ? [] : [{ value: bad, color: 'red' }])];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
