package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// How much memory may grow between two collections of a run over many sets: to mostPercent of what
// is live, as long as that is at most mostGrowth.
const (
	mostPercent  = 400
	leastPercent = 50
	mostGrowth   = 128 << 20
)

// collectRarely is for runs over many sets, which take seconds: their trees live as long as they
// do, so the collector mostly finds nothing, and to let memory grow before it looks saves a fifth
// of the time. What is live decides after each collection how far it may grow, so that many pages
// at a time do not take several times their memory. GOGC in the environment decides where it is set.
func collectRarely() {
	if os.Getenv("GOGC") == "" {
		rarely.Do(func() {
			debug.SetGCPercent(mostPercent)
			afterCollection()
		})
	}
}

var rarely sync.Once // for tests, which run many commands in one process

// afterCollection sets how far memory may grow now, after the next collection and each later one.
func afterCollection() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	n := max(1, live[0].Value.Uint64())
	debug.SetGCPercent(int(min(mostPercent, max(leastPercent, 100*mostGrowth/n))))
	garbage := new([32]byte)
	runtime.AddCleanup(garbage, func(struct{}) { afterCollection() }, struct{}{})
}
