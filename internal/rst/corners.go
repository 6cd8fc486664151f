package rst

// corner is a place in a grid table where a cell may start.
type corner struct{ top, left int32 }

func (c corner) before(d corner) bool { return c.top < d.top || c.top == d.top && c.left < d.left }

// corners is a queue of corners from top to bottom and left to right: a binary heap,
// because a table of n columns can have n corners waiting.
type corners []corner

func (q *corners) push(c corner) {
	h := append(*q, c)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
		if !h[i].before(h[up]) {
			break
		}
		h[i], h[up] = h[up], h[i]
		i = up
	}
	*q = h
}

func (q *corners) pop() corner {
	h := *q
	first := h[0]
	n := len(h) - 1
	h[0] = h[n]
	h = h[:n]
	for i := 0; ; {
		least := i
		for k := 2*i + 1; k <= 2*i+2 && k < n; k++ {
			if h[k].before(h[least]) {
				least = k
			}
		}
		if least == i {
			break
		}
		h[i], h[least] = h[least], h[i]
		i = least
	}
	*q = h
	return first
}
