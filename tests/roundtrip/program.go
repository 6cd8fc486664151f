package roundtrip

// program sends the samples through the methods of the clients, and through the servers. It
// prints a line for each failure.
const program = `package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/rst2openapi/rst2openapi/sdk"
	"github.com/rst2openapi/rst2openapi/tests/exercise"
	IMPORTS
)

var clients = map[string]func(string) (any, error){CLIENTS}

var servers = map[string]func(exercise.Serve, bool) http.Handler{SERVERS}

func options(endpoint string) []sdk.Option {
	return []sdk.Option{sdk.WithEndpoint(endpoint), sdk.WithProjectID("p"), sdk.WithDomainID("d"), sdk.WithoutRetry()}
}

type Sample struct {
	Set, Operation, Where string
	Request, Valid        bool
	Status                int
	Asked, Body           json.RawMessage
}

type Pair struct {
	client *exercise.Client
	server *exercise.Server
	counts [5]int // typed, same, exact, served, untold
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var all []Sample
	if err := json.Unmarshal(text, &all); err != nil {
		log.Fatal(err)
	}
	made := map[string]*Pair{}
	for _, s := range all {
		p := made[s.Set]
		if p == nil {
			p = &Pair{server: exercise.NewServer(servers[s.Set])}
			if p.client, err = exercise.New(clients[s.Set]); err != nil {
				log.Fatal(err)
			}
			made[s.Set] = p
			defer p.client.Close()
		}
		p.send(s)
	}
	for set, p := range made {
		fmt.Println("=", set, p.counts[0], p.counts[1], p.counts[2], p.counts[3], p.counts[4])
	}
}

func (p *Pair) send(s Sample) {
	outcome, err := p.direct(s)
	if errors.Is(err, exercise.ErrNoType) || errors.Is(err, exercise.ErrRefused) {
		if s.Valid {
			fmt.Printf("%s: %s has no type for it\n", s.Where, s.Operation)
		}
		return
	}
	p.counts[0]++
	if err != nil {
		fmt.Printf("%s: %s: %v\n", s.Where, s.Operation, err)
		return
	}
	p.counts[1]++
	if outcome.Exact {
		p.counts[2]++
	}
	err = p.through(s)
	if errors.Is(err, exercise.ErrUntold) {
		p.counts[4]++
		return
	}
	if err != nil {
		fmt.Printf("%s: %s, through the server: %v\n", s.Where, s.Operation, err)
		return
	}
	p.counts[3]++
}

func (p *Pair) direct(s Sample) (exercise.Outcome, error) {
	if s.Request {
		return p.client.Request(s.Operation, s.Body, s.Valid, nil)
	}
	return p.client.Response(s.Operation, s.Status, s.Body, s.Valid)
}

func (p *Pair) through(s Sample) error {
	var err error
	if s.Request {
		_, err = p.client.RequestThrough(p.server, s.Operation, s.Body, s.Valid)
	} else {
		_, err = p.client.ResponseThrough(p.server, s.Operation, s.Status, s.Asked, s.Body, s.Valid)
	}
	return err
}

var ctx = context.Background()
`
