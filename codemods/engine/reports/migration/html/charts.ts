import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** Bars that lie below each other, each made of one part a series. */
export interface StackedBars {
  readonly names: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** As the style sheet knows it, so that the picture is light or dark as the page is. */
    readonly color: string;
    /** One value a bar. */
    readonly values: readonly number[];
  }[];
}

const width = 540;
const barHeight = 26;
const axisHeight = 40;
const legendRowHeight = 20;
/** As many names of series as fit beside each other. */
const namesInRow = 3;
/** Longer names keep their end, which tells them apart. */
const longestName = 30;

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** Draws bars as SVG; what it shows has to stand beside it as text too. */
export function drawStackedBars({ names, series }: StackedBars): string {
  const legendHeight = Math.ceil(series.length / namesInRow) * legendRowHeight;
  const height = names.length * barHeight + axisHeight + legendHeight;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    grid: { left: 0, right: 24, top: 8, bottom: legendHeight, outerBoundsMode: 'same' },
    legend: { bottom: 0, itemHeight: 10, itemWidth: 14, textStyle: { color: 'var(--text)' } },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: 'var(--muted)' },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names.map(shorten),
      axisLabel: { color: 'var(--text)' },
      axisLine: { lineStyle: { color: 'var(--line)' } },
      axisTick: { show: false },
    },
    series: series.map(({ name, color, values }) => ({
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 16,
      itemStyle: { color: `var(${color})` },
      data: [...values],
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // The style sheet in it is for a pointer, which this picture has no answer for.
  return svg.replace(/<style[^]*?<\/style>/g, '');
}

function shorten(name: string): string {
  return name.length > longestName ? `…${name.slice(1 - longestName)}` : name;
}
