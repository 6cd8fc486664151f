package extract

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rst2openapi/rst2openapi/internal/api"
	"github.com/rst2openapi/rst2openapi/internal/dialect"
	"github.com/rst2openapi/rst2openapi/internal/doc"
)

// classify decides for each table of the page what it lists.
func (p *page) classify() {
	for _, t := range p.tables {
		t.readColumns()
		t.guessColumns()
	}
	pointed, types := p.pointedLabels()
	numbers := p.pointedNumbers()
	owners := p.findOwners()
	last := api.SideRequest
	for _, t := range p.tables {
		t.decideRole(t.isLabelled(pointed) || numbers[t.number], owners)
		if owners.partOfBefore(t) {
			t.role = dialect.TableStruct
		}
		if field := p.givenTo(t); field != "" && t.has(dialect.ColumnName) && t.cap.Name == "" {
			t.role, t.name = dialect.TableStruct, field
		}
		if t.isLabelled(types) && t.has(dialect.ColumnName) {
			t.role = dialect.TableStruct // a reference in a type cell is the strongest evidence, whatever the words say
		} else {
			p.setReferenceAside(t)
		}
		p.giveToResponse(t)
		t.decideSide(last)
		t.takeContinued()
		last = t.side
	}
	p.setPartsAside()
}

// pointedLabels are the labels that a table cell of this page refers to, and of those the
// ones that a type cell does.
func (p *page) pointedLabels() (pointed, types map[string]bool) {
	pointed, types = make(map[string]bool), make(map[string]bool)
	for _, t := range p.tables {
		for _, r := range t.doc.Body {
			for _, c := range r.Cells {
				for _, ref := range cellRefs(c) {
					if t.isLabelled(map[string]bool{doc.NormLabel(ref.Target): true}) {
						continue // the label was set above the wrong table: nothing is a part of itself only
					}
					pointed[doc.NormLabel(ref.Target)] = true
					if c.Col == t.col(dialect.ColumnType) {
						types[doc.NormLabel(ref.Target)] = true
					}
				}
			}
		}
	}
	return pointed, types
}

// isLabelled reports whether a table has one of these labels.
func (t *table) isLabelled(labels map[string]bool) bool {
	return slices.ContainsFunc(t.labels, func(l doc.Label) bool { return labels[doc.NormLabel(l.Name)] })
}

// decideRole combines, from the strongest on: the columns, the caption, the line above the
// table, a reference to the table, and the section.
func (t *table) decideRole(isTarget bool, o owners) {
	if t.hasLines {
		t.role = dialect.TableOther
		return
	}
	c, said := t.cap, t.caption
	if c.Role == dialect.TableUnknown || c.Role == dialect.TableParameters {
		intro := words(t.ctx.line()).Trim()
		number, line := splitCaption(intro)
		if number != 0 {
			line = dialect.TrimIntro(line)
		} else if lead, ok := dialect.LeadCaption(line); ok && t.page.memory.captionOf(lead).Role != dialect.TableStruct {
			line = lead
		}
		line = line.To(len(strings.TrimSuffix(line.Words, ":")))
		if ic := t.page.memory.captionOf(line); ic.Role != dialect.TableUnknown &&
			(ic.Role != dialect.TableParameters || c.Role == dialect.TableUnknown) {
			c, said = ic, intro.Words
		}
	}
	if c.Status != 0 {
		t.status = saidStatus(c.Status)
	} else if t.status == notSaid && (dialect.IsAbnormal(t.caption) || dialect.IsAbnormal(t.ctx.line().Text) || dialect.IsAbnormal(t.ctx.heading) && t.ctx.section == dialect.SectionResponse) {
		t.status = anyError
	}
	switch {
	case t.listsStatuses():
		t.role = dialect.TableStatus
		return
	case t.has(dialect.ColumnErrorCode):
		t.role = dialect.TableErrors
		if t.listsOtherCodes(c.Role) {
			t.role = dialect.TableOther
		}
		return
	case !t.has(dialect.ColumnName) && (t.has(dialect.ColumnStatus) || t.ctx.section == dialect.SectionStatus && t.statusCol() >= 0):
		t.role = dialect.TableStatus
		return
	case !t.has(dialect.ColumnName):
		if c.Role == dialect.TableStatus || c.Role == dialect.TableErrors || c.Role == dialect.TableOther {
			t.role = c.Role
		} else if t.col(dialect.ColumnUnknown) != 0 || t.ctx.section == dialect.SectionOther && !t.tellsTypes() {
			t.role = dialect.TableOther
		}
		return
	}
	if name := strings.TrimSpace(t.title.Words); o.types[name] && name != strings.ToLower(name) && t.has(dialect.ColumnType) && c.Role != dialect.TableStruct {
		// "Error" and "Header" are names where a type cell of the page has them, not what is listed.
		c.Role, c.Name = dialect.TableStruct, name
	}
	if c.Role == dialect.TableStruct && t.ctx.section == dialect.SectionResponse && dialect.IsAbnormal(t.ctx.line().Text) && !isTarget && !o.fields[c.Name] && !o.types[c.Name] {
		c.Role = dialect.TableUnknown // "Table 3 Failure" below "If it fails, an error is returned."
	}
	if c.Role == dialect.TableStatus && (t.has(dialect.ColumnType) || t.statusCol() < 0) {
		// "Normal response" above a table of fields: it is the body, not the codes.
		c.Role = dialect.TableUnknown
	}
	if (c.Role == dialect.TableUnknown || c.Role == dialect.TableParameters) && isTarget {
		c.Role = dialect.TableStruct
	}
	if c.Role == dialect.TableUnknown {
		if name := o.named(t); name != "" {
			c.Role, c.Name = dialect.TableStruct, name
		} else if lead := t.page.memory.captionOf(t.ctx.lead); lead.Role == dialect.TableStruct {
			c = lead
		}
	}
	if c.Role == dialect.TableUnknown || c.Role == dialect.TableParameters {
		c.Role = t.roleOfSection(c.Role)
	}
	t.role, t.name = c.Role, c.Name
	t.takeResponseRole(said)
}

// listsStatuses reports whether a table with a column "Code" lists statuses of HTTP: each of its cells is one, or
// most of its rows are a status and the standard name of that. It does not apply to a column "Error code", whose
// codes are the service's own.
func (t *table) listsStatuses() bool {
	return t.hasBareCode() && !t.has(dialect.ColumnName) && (t.statusCol() == t.col(dialect.ColumnErrorCode) || t.namesStatuses())
}

// hasBareCode reports whether the column of codes is called no more than "Code".
func (t *table) hasBareCode() bool {
	col := t.col(dialect.ColumnErrorCode)
	return col >= 0 && dialect.IsCode(cellText(t.heads[col]).Text)
}

// namesStatuses reports whether more than half of the codes are the standard name of the status in their row. A
// service may have a few codes of its own that are called so.
func (t *table) namesStatuses() bool {
	code, status := t.col(dialect.ColumnErrorCode), t.col(dialect.ColumnStatus)
	named := 0
	for _, r := range t.body {
		name := http.StatusText(statusCode(cellText(cellIn(r, status)).Text))
		if name != "" && strings.EqualFold(name, strings.TrimSpace(cellText(cellIn(r, code)).Text)) {
			named++
		}
	}
	return 2*named > len(t.body)
}

// listsOtherCodes reports whether a column "Code" holds codes of something else, such as places: nothing around the
// table, nor a further column, tells of errors.
func (t *table) listsOtherCodes(said dialect.TableRole) bool {
	if !t.hasBareCode() || t.has(dialect.ColumnStatus) || t.has(dialect.ColumnErrorMsg) || t.ctx.section == dialect.SectionErrors || t.ctx.section == dialect.SectionStatus {
		return false
	}
	ofErrors := func(role dialect.TableRole) bool {
		return role == dialect.TableErrors || role == dialect.TableStatus // "Return codes"
	}
	return !ofErrors(said) && !ofErrors(dialect.ParseCaption(dialect.Plain(t.page.title)).Role)
}

// takeResponseRole gives a table of the request's that stands in a section of the response its role
// there. "Body parameters" names no side, and the section does. "Request parameters" may
// have been copied; that is certain where the page prints a response with fields that the
// table lists, and where the section is that of the response headers. It does not apply to
// other headers that a caption calls those of the request, which no payload proves, and on
// tables of the URL, which no response has.
func (t *table) takeResponseRole(said string) {
	if t.ctx.section != dialect.SectionResponse && t.ctx.section != dialect.SectionHeaders {
		return
	}
	named := dialect.SaysRequest(said)
	switch t.role {
	case dialect.TableHeader:
		if !named || t.ctx.section == dialect.SectionHeaders {
			t.role = dialect.TableResponseHeader
		}
	case dialect.TableBody, dialect.TableRequest:
		if !named || t.shows(api.SideResponse) > t.shows(api.SideRequest) {
			t.role = dialect.TableResponse
			if named {
				t.reportSide()
			}
		}
	}
}

// shows counts the rows whose name the payload has that the page prints first on a side.
func (t *table) shows(side api.Side) int {
	printed := t.page.printedMembers(side)
	n := 0
	for _, name := range t.names() {
		if printed[foldName(name)] != nil {
			n++
		}
	}
	return n
}

// names are the texts in the column of names.
func (t *table) names() []string {
	var out []string
	col := t.col(dialect.ColumnName)
	for _, r := range t.body {
		if c := cellIn(r, col); c != nil {
			out = append(out, strings.TrimSpace(cellText(c).Text))
		}
	}
	return out
}

// roleOfSection is the role of a table of parameters whose words do not tell their place. In a
// section that describes no call, as Notes does, a table with a column for types, or with names
// that the page prints as members, lists fields of something that is not known. Any other
// explains, and is not a part of the API.
func (t *table) roleOfSection(role dialect.TableRole) dialect.TableRole {
	section := t.ctx.section
	if section == dialect.SectionStatus && t.has(dialect.ColumnType) && t.statusCol() < 0 {
		section = dialect.SectionResponse // "Return Value" above a table of fields: it is the body, not the codes
	}
	switch section {
	case dialect.SectionURI:
		return dialect.TableURI
	case dialect.SectionRequest, dialect.SectionExampleRequest:
		return dialect.TableRequest
	case dialect.SectionResponse, dialect.SectionExampleResponse:
		return dialect.TableResponse
	case dialect.SectionRequestHeaders:
		return dialect.TableHeader
	case dialect.SectionHeaders:
		return dialect.TableResponseHeader
	case dialect.SectionStatus:
		return dialect.TableStatus
	case dialect.SectionErrors:
		return dialect.TableErrors
	case dialect.SectionOther:
		if t.tellsTypes() || t.namesMembers() {
			return dialect.TableUnknown
		}
		return dialect.TableOther
	}
	if role == dialect.TableParameters {
		return dialect.TableRequest
	}
	return dialect.TableUnknown
}

func (t *table) decideSide(last api.Side) {
	switch t.role {
	case dialect.TablePath, dialect.TableURI, dialect.TableQuery, dialect.TableHeader, dialect.TableBody, dialect.TableRequest:
		t.side = api.SideRequest
		return
	case dialect.TableResponse, dialect.TableResponseHeader:
		t.side = api.SideResponse
		return
	}
	switch t.ctx.section {
	case dialect.SectionURI, dialect.SectionRequest, dialect.SectionRequestHeaders, dialect.SectionExampleRequest:
		t.side = api.SideRequest
	case dialect.SectionHeaders, dialect.SectionResponse, dialect.SectionExampleResponse, dialect.SectionStatus, dialect.SectionErrors:
		t.side = api.SideResponse
	default:
		t.side = last
	}
}

// carriesFields reports whether the rows of the table are fields of the API.
func (t *table) carriesFields() bool {
	switch t.role {
	case dialect.TableStatus, dialect.TableErrors, dialect.TableOther, dialect.TableUnknown:
		return false
	}
	return true
}
