package extract

import (
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// context is what stands around a table or code block and tells what it is about.
type context struct {
	section dialect.SectionRole
	heading string       // the section's title
	status  saidStatus   // from "Status code: 400" above it
	intro   doc.Flow     // the nearest line of text above it in its section
	lead    dialect.Text // the nearest line above that names a structure, with text below it
	level   int
	// alternative is set after a line that says no more than "or".
	alternative bool
	// failure is set where the nearest line of text above, with tables below it or not, tells of a failed call.
	failure bool
}

// maxIntro is the longest line, in bytes, that is read as the title of what stands below it.
const maxIntro = 140

// line is the line of text above, empty where it is longer than a title.
func (c *context) line() doc.Flow {
	if len(c.intro.Text) > maxIntro {
		return doc.Flow{}
	}
	return c.intro
}

type table struct {
	page    *page
	doc     *doc.Table
	ctx     context
	number  int // of "Table 3"
	caption string
	title   dialect.Text // the caption with what it sets apart
	cap     dialect.Caption
	cols    []dialect.Column
	heads   []*doc.Cell       // the cells above them, nil where it has no header row
	guessed []int             // the columns that their cells tell, see guessColumns
	role    dialect.TableRole // what it lists; decided before operations are built
	side    api.Side
	name    string // of a structure
	status  saidStatus
	body    []*doc.Row
	rows    []*row
	schema  *api.Schema
	used    bool // a field points at it, or it is a root
	passed  bool // an operation refers to it that its title is not about, see titleVersions
	index   int  // its place on the page
	// hasLines is true where its rows hold request lines, see tableLines.
	hasLines bool
	labels   []doc.Label
	// taken is the role in which an operation took the rows, where that is not the table's own:
	// see roleOfRows.
	taken dialect.TableRole
	// mergedInto are the tables whose structures this one describes too, for another case.
	mergedInto []*table
	// continues is the table before it whose rows go on in this one, as the caption says.
	continues *table
	moved     bool // its rows are those of the table that it continues, see holder
	// pointedBy is a row of a scalar type whose description leads here, mentionedBy one of any
	// type that is another structure or none.
	pointedBy, mentionedBy *row
}

type code struct {
	page  *page
	doc   *doc.Code
	ctx   context
	class blockClass
}

// stream walks the page once and lists its tables, code blocks and request lines, each
// with its context.
func (p *page) stream() {
	p.blocks(p.doc.Blocks, context{})
}

// blocks walks the blocks of one level. The context that it returns holds what the blocks
// after them should know: a status line or an introducing line stays in force.
func (p *page) blocks(blocks []doc.Block, ctx context) context {
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		switch b := b.(type) {
		case *doc.Section:
			p.section(b, ctx)
		case *doc.Paragraph:
			if t, line := captioned(blocks, i); t != nil {
				p.keepLabels(line.Labels)
				p.addTable(t, titleOf(line.Text), ctx)
				ctx.intro, ctx.lead = doc.Flow{}, dialect.Text{}
				i++
				continue
			}
			ctx = p.paragraph(b, ctx)
		case *doc.List:
			p.keepLabels(b.Labels)
			for _, item := range b.Items {
				ctx = p.blocks(item.Blocks, ctx)
			}
		case *doc.DefinitionList:
			for _, item := range b.Items {
				term := item.Term.Plain()
				p.statusLine(item.Term, term, ctx)
				ctx.intro = term
				p.findLine(term, ctx)
				ctx = p.blocks(item.Blocks, ctx)
			}
		case *doc.Quote:
			ctx = p.blocks(b.Blocks, ctx)
		case *doc.Note:
			inner := ctx
			inner.section = dialect.SectionOther
			p.blocks(b.Blocks, inner)
		case *doc.Other:
			ctx = p.blocks(b.Blocks, ctx)
		case *doc.Table:
			p.addTable(b, b.Caption, ctx)
			ctx.intro, ctx.lead = doc.Flow{}, dialect.Text{} // they introduced this table, not the next one
		case *doc.Code:
			whole, n := lineByLine(blocks[i:])
			if n > 1 {
				b, i = whole, i+n-1
			}
			c := &code{page: p, doc: b, ctx: ctx}
			p.codes = append(p.codes, c)
			p.codeLines(c)
		}
	}
	return ctx
}

func (p *page) section(s *doc.Section, ctx context) {
	p.pending = nil
	inner := context{section: ctx.section, heading: ctx.heading, level: s.Level, status: ctx.status}
	if s.Level > 1 {
		title := s.Title.String()
		inner.heading = title
		if c := p.memory.captionOf(dialect.Plain(title)); c.Status != 0 {
			inner.status = saidStatus(c.Status)
			if inner.section == dialect.SectionUnknown {
				inner.section = dialect.SectionResponse
			}
			p.statusLine(s.Title, s.Title.Plain(), inner)
		} else if role := dialect.Section(title); role != dialect.SectionUnknown {
			inner.section = within(ctx.section, role)
			inner.status = notSaid
		} else {
			// An unknown title inside a known section may still introduce a table ("Request
			// header"); a section of unknown title on the second level opens a new topic.
			inner.intro = s.Title.Plain()
			if ctx.level <= 1 {
				inner.section = dialect.SectionUnknown
			}
		}
	}
	if isRequestLine(s.Title.Plain().Text) {
		p.findLine(s.Title.Plain(), context{section: dialect.SectionURI, heading: inner.heading, level: s.Level})
	}
	p.blocks(s.Blocks, inner)
}

// keepLabels keeps the labels of a line for the table that it introduces:
//
//   - .. _topic__li1:
//
//     Parameters in the **metadata** field
//
//     (the table)
//
// A reference to such a label means the table. The labels of another line replace them.
func (p *page) keepLabels(labels []doc.Label) {
	if len(labels) > 0 {
		p.pending = labels
	}
}

// maxHeading is the longest line, in bytes, that is taken for a heading of its own.
const maxHeading = 60

func (p *page) paragraph(b *doc.Paragraph, ctx context) context {
	flow := b.Text.Plain()
	p.findLine(flow, ctx)
	p.keepLabels(b.Labels)
	p.statusLine(b.Text, flow, ctx)
	p.versionLine(flow)
	p.fileLine(flow, ctx)
	p.openBodyLine(flow, ctx)
	p.referral(b.Text, ctx)
	p.notePointers(b.Text, words(flow))
	plain := strings.TrimSpace(flow.Text)
	if ctx.alternative = dialect.IsAlternative(plain); ctx.alternative {
		return ctx // what stands above introduces what follows, too
	}
	if len(plain) <= maxHeading {
		if c := p.memory.captionOf(dialect.Plain(plain)); c.Status != 0 {
			// "Status code: 404" inside a section is about what follows; it opens no section
			// of status codes.
			ctx.status = saidStatus(c.Status)
		} else if ctx.section == dialect.SectionResponse && dialect.IsFailureLabel(plain) {
			ctx.status = anyError
		} else if len(b.Text) == 1 && b.Text[0].Kind == doc.Strong {
			// A page may set its titles as bold lines instead of sections.
			if role := dialect.Section(plain); role != dialect.SectionUnknown {
				ctx.section, ctx.heading, ctx.status = within(ctx.section, role), plain, notSaid
			}
		}
	}
	if line := words(flow); len(line.Marks) > 0 && len(line.Words) <= maxIntro && p.memory.captionOf(line).Role == dialect.TableStruct {
		ctx.lead = line
	}
	ctx.intro, ctx.failure = flow, len(plain) <= maxIntro && dialect.IsAbnormal(plain)
	return ctx
}

// within is the role of a heading inside of a section. "Example 2: With a Lid" inside of "Example
// Request" is one of a request.
func within(outer, role dialect.SectionRole) dialect.SectionRole {
	if role == dialect.SectionExample && (outer == dialect.SectionExampleRequest || outer == dialect.SectionExampleResponse) {
		return outer
	}
	return role
}

// notePointers remembers the tables that a sentence beside the tables gives to a field:
//
//	For details about the **lid** field, see Table 3.
func (p *page) notePointers(t doc.Text, sentence dialect.Text) {
	number := dialect.TablePointer(sentence.Words)
	if number == 0 && len(t.Refs()) == 0 {
		return
	}
	field := dialect.FieldPointer(sentence)
	if field == "" {
		return
	}
	if p.fieldOf == nil {
		p.fieldOf, p.fieldOfNumber = make(map[string]string), make(map[int]string)
	}
	if number != 0 {
		p.fieldOfNumber[number] = field
	}
	for _, ref := range t.Refs() {
		p.fieldOf[doc.NormLabel(ref.Target)] = field
	}
}

// givenTo is the field that a sentence beside the tables gives a table to, or "".
func (p *page) givenTo(t *table) string {
	for _, l := range t.labels {
		if field := p.fieldOf[doc.NormLabel(l.Name)]; field != "" {
			return field
		}
	}
	return p.fieldOfNumber[t.number]
}

// addTable lists a table with its caption.
func (p *page) addTable(b *doc.Table, title doc.Text, ctx context) {
	t := &table{page: p, doc: b, ctx: ctx, status: ctx.status, body: b.Body, index: len(p.tables)}
	t.labels = append(b.Labels[:len(b.Labels):len(b.Labels)], p.pending...)
	p.pending = nil
	number, caption := splitCaption(words(title.Plain()))
	if bare, ok := dialect.Continued(caption); ok {
		caption, t.continues = bare, p.continued(number, bare.Words, ctx)
	}
	t.number, t.caption, t.title, t.cap = number, caption.Words, caption, p.memory.captionOf(caption)
	p.tables = append(p.tables, t)
	p.noteCaption(t)
}

// splitCaption takes the "Table 3" off a caption: "Table 3 Path Parameters".
func splitCaption(t dialect.Text) (number int, caption dialect.Text) {
	t = t.Trim()
	after, ok := strings.CutPrefix(t.Words, "Table")
	if n := dialect.TablePointer(t.Words); n != 0 && ok {
		after = strings.TrimLeft(strings.TrimLeft(after, " \u00a0"), "0123456789")
		after = strings.TrimLeft(after, " .:-")
		return n, t.From(len(t.Words) - len(after)).Trim()
	}
	return 0, t
}
