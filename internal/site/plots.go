package site

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"
)

// plot is a chart with the numbers that it shows: who cannot see it reads the table.
type plot struct {
	Title  string
	SVG    template.HTML
	Series []string
	Rows   []plotRow
	Unit   string // after each number
	colors []charts.Color
}

type plotRow struct {
	Label  string
	Values []float64
}

// Value writes a number of the table: whole, or with one decimal.
func (p plot) Value(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0") + p.Unit
}

// Colours of charts stand for variables of the style sheet, so that a chart has the colours of its
// page, light or dark.
var (
	axisColor   = charts.Color{R: 1, G: 1, B: 1, A: 255}
	gridColor   = charts.Color{R: 1, G: 1, B: 2, A: 255}
	textColor   = charts.Color{R: 1, G: 1, B: 3, A: 255}
	seriesColor = []charts.Color{{R: 1, G: 2, B: 1, A: 255}, {R: 1, G: 2, B: 2, A: 255}}
	levelColor  = []charts.Color{{R: 1, G: 2, B: 3, A: 255}, {R: 1, G: 2, B: 2, A: 255}, {R: 1, G: 2, B: 4, A: 255}} // breaking, warning, compatible

	variables = strings.NewReplacer(
		"rgb(1,1,1)", "var(--line)", "rgb(1,1,2)", "var(--grid)", "rgb(1,1,3)", "var(--text)",
		"rgb(1,2,1)", "var(--plot-1)", "rgb(1,2,2)", "var(--plot-2)", "rgb(1,2,3)", "var(--plot-3)", "rgb(1,2,4)", "var(--plot-4)",
		"'Roboto Medium',sans-serif", "inherit",
	)
)

const (
	plotWidth = 760
	fontSize  = 12
)

// bars draws rows as horizontal bars, with a bar for each series.
func (p plot) bars(highest float64) (plot, error) {
	o := p.option()
	o.Horizontal = true
	// The library draws the first category at the bottom.
	for i, r := range p.Rows {
		at := len(p.Rows) - 1 - i
		o.CategoryAxis.Labels[at] = shorten(r.Label, 34)
		for s, v := range r.Values {
			o.SeriesList[s].Values[at] = v
		}
	}
	if highest > 0 {
		o.ValueAxis[0].Max = &highest
	} else {
		p.wholeSteps(&o.ValueAxis[0], false)
	}
	height := 70 + len(p.Rows)*(8+14*len(p.Series))
	return p.draw(o, height)
}

// columns draws rows as stacked columns.
func (p plot) columns() (plot, error) {
	o := p.option()
	o.StackSeries = charts.Ptr(true)
	for i, r := range p.Rows {
		o.CategoryAxis.Labels[i] = monthLabel(r.Label, len(p.Rows))
		for s, v := range r.Values {
			o.SeriesList[s].Values[i] = v
		}
	}
	o.CategoryAxis.LabelCount = len(p.Rows)
	p.wholeSteps(&o.ValueAxis[0], true)
	return p.draw(o, 300)
}

// wholeSteps gives an axis labels that people count in, 1, 2 or 5 or these with noughts: the library
// would halve a step of few things, and divides others as they come (59, 118, 177).
func (p plot) wholeSteps(axis *charts.ValueAxisOption, stacked bool) {
	const most = 6 // steps
	highest := 1.0
	for _, r := range p.Rows {
		sum := 0.0
		for _, v := range r.Values {
			highest = max(highest, v)
			sum += v
		}
		if stacked {
			highest = max(highest, sum)
		}
	}
	step := 1.0
	for i := 0; step*most < highest; i++ {
		step *= [3]float64{2, 2.5, 2}[i%3]
	}
	steps := math.Ceil(highest / step)
	axis.Max, axis.LabelCount = charts.Ptr(steps*step), int(steps)+1
}

// monthLabel is what stands below the column of a month: of many columns only those of January have
// a label, the year.
func monthLabel(name string, all int) string {
	const most = 10
	if all <= most {
		return name
	}
	if year, ok := strings.CutSuffix(name, "-01"); ok {
		return year
	}
	return ""
}

func (p plot) option() charts.BarChartOption {
	values := make([][]float64, len(p.Series))
	for i := range values {
		values[i] = make([]float64, len(p.Rows))
	}
	o := charts.NewBarChartOptionWithData(values)
	colors := p.colors
	if colors == nil {
		colors = seriesColor
	}
	o.Theme = charts.MakeTheme(charts.ThemeOption{
		AxisStrokeColor: axisColor, AxisSplitLineColor: gridColor, TextColor: textColor, SeriesColors: colors,
	})
	font := charts.FontStyle{FontSize: fontSize, FontColor: textColor}
	o.Padding = charts.NewBoxEqual(8)
	o.Padding.Right = 24
	o.Legend.SeriesNames, o.Legend.FontStyle = p.Series, font
	if len(p.Series) == 1 {
		o.Legend.Show = charts.Ptr(false)
	}
	o.CategoryAxis.Labels, o.CategoryAxis.LabelFontStyle = make([]string, len(p.Rows)), font
	o.ValueAxis = []charts.ValueAxisOption{{LabelFontStyle: font, LabelCount: 6, Min: charts.Ptr(0.0)}}
	o.ValueFormatter = func(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) + p.Unit }
	return o
}

func (p plot) draw(o charts.BarChartOption, height int) (plot, error) {
	painter := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputSVG, Width: plotWidth, Height: height, Theme: o.Theme})
	if err := painter.BarChart(o); err != nil {
		return p, fmt.Errorf("the plot %q: %w", p.Title, err)
	}
	text, err := painter.Bytes()
	if err != nil {
		return p, fmt.Errorf("the plot %q: %w", p.Title, err)
	}
	svg := strings.Replace(string(text), "<svg ", `<svg role="img" aria-label="`+template.HTMLEscapeString(p.Title)+`" `, 1)
	svg = svgText.ReplaceAllStringFunc(svg, func(label string) string {
		part := svgText.FindStringSubmatch(label)
		width := painter.MeasureText(html.UnescapeString(part[2]), 0, o.Legend.FontStyle).Width()
		return "<text textLength=\"" + strconv.Itoa(width) + "\" lengthAdjust=\"spacingAndGlyphs\"" + part[1] + ">" + part[2] + "</text>"
	})
	// The library escapes labels; titles of services are in them.
	p.SVG = template.HTML(variables.Replace(svg)) //nolint:gosec
	return p, nil
}

// svgText is a label in a chart. The library places labels by the widths of its own font, which no
// reader has: each is as wide as it was measured.
var svgText = regexp.MustCompile(`<text( [^>]*)>([^<]*)</text>`)
