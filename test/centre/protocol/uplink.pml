/*
 * A hall's journal, its uplink and the centre of several halls, as docs/centre-protocol.md has it: what is sent may be lost, answered in
 * vain, or come again later; the hall goes back to a copy with or without knowing; a second machine goes on with the hall's
 * data and key, with or without saying so. `uplink.test.ts` tries all that can come of it, and tells walks through it to the centre itself.
 *
 * A row is a number that no other row has, which is also its hash: it tells the whole chain before it, since a copy of a journal copies numbers.
 * What a row tells is another number (`told`), so that it can be seen whether the centre counts it once.
 */
#ifndef EPOCHS
#define EPOCHS 3
#endif
#ifndef ROWS
#define ROWS 3
#endif
#ifndef IDS
#define IDS 8
#endif
#ifndef PLACES
#define PLACES 9 /* EPOCHS * ROWS */
#endif
#ifndef TELLS
#define TELLS 3
#endif
#ifndef LOSSES
#define LOSSES 2
#endif
#ifndef RESTORES
#define RESTORES 1
#endif
#ifndef SESSIONS
#define SESSIONS 4
#endif
#ifndef COPIES
#define COPIES true
#endif
#ifndef CLONES
#define CLONES true
#endif
#define MACHINES 2
#define place(e, s) (((e) - 1) * ROWS + (s) - 1)
#define ALL 99

/* Of rows, by their number. An epoch's first row tells nothing and goes on after a place; epoch 0: none. */
byte made = 0, said = 0;
byte told[IDS + 1];
byte afterEpoch[IDS + 1], afterSeq[IDS + 1];
bool byItself[IDS + 1]; /* opened since the centre differed */

typedef Journal {
  byte row[PLACES];      /* 0: none there */
  byte epoch, seq;       /* the last row's; epoch 0: empty */
  byte ackEpoch, ackSeq; /* written down: the centre had it */
  bool isDue;            /* the next row opens an epoch */
  bool isAnew;           /* and it goes on after nothing */
  byte above
}
Journal hall[MACHINES];
Journal copy;
bool hasCopy = false, runs[MACHINES], stopped[MACHINES];

/* What a machine remembers while it runs. */
byte session[MACHINES], turn[MACHINES];
byte haveEpoch[MACHINES], haveSeq[MACHINES], haveRow[MACHINES];

/* The one request that a machine has under way, and one that somebody recorded. */
mtype = { none, hello, batch, welcome, taken, gap, differs, beginAgain, frozen };
typedef Request {
  mtype kind;
  byte session, turn, epoch, from, to, before;
  byte row[ROWS]
}
Request asked[MACHINES], recorded;
mtype answer[MACHINES], answerNow;
byte answerSession[MACHINES], answerEpoch[MACHINES], answerSeq[MACHINES], answerRow[MACHINES];

/* The centre. */
byte centre[PLACES], last[EPOCHS + 1], counts[EPOCHS + 1], newest = 0;
byte centreSession = 0, centreTurn = 0, sessions = 0;
bool isFrozen = false, begunAnew = false, begun = false;

byte restores = 0, losses = 0, i, j, e, count;
bool isSame;

/* For whoever walks after: a row with the one before it, what it tells, and of an opening what it goes on after. */
inline tellRow(m, re, rs) {
  printf("row %d %d %d %d %d %d %d %d\n", made, re, rs, (rs == 1 -> 0 : hall[m].row[place(re, rs - 1)]), told[made], afterEpoch[made],
    (afterEpoch[made] == 0 -> 0 : hall[m].row[place(afterEpoch[made], afterSeq[made])]), byItself[made])
}

inline write(m, what) {
  /* A new row; where an epoch is due, its first row comes before. */
  if
  :: hall[m].isDue ->
     made++;
     afterEpoch[made] = (hall[m].isAnew -> 0 : hall[m].epoch);
     afterSeq[made] = (hall[m].isAnew -> 0 : hall[m].seq);
     hall[m].epoch = (hall[m].above > hall[m].epoch -> hall[m].above : hall[m].epoch) + 1;
     hall[m].seq = 1;
     hall[m].row[place(hall[m].epoch, 1)] = made;
     hall[m].isDue = false; hall[m].isAnew = false;
     hall[m].above = 0;
     tellRow(m, hall[m].epoch, 1)
  :: else
  fi;
  made++;
  told[made] = what;
  hall[m].seq++;
  hall[m].row[place(hall[m].epoch, hall[m].seq)] = made;
  tellRow(m, hall[m].epoch, hall[m].seq)
}
#define mayWrite(m) (runs[m] && made + 2 <= IDS && \
  (!hall[m].isDue && hall[m].seq < ROWS || \
   hall[m].isDue && (hall[m].above > hall[m].epoch -> hall[m].above : hall[m].epoch) < EPOCHS))

inline forget(m) {
  session[m] = 0; turn[m] = 0; haveEpoch[m] = 0; haveSeq[m] = 0; haveRow[m] = 0;
  asked[m].kind = none; answer[m] = none
}

inline takeCopy(to, from) {
  d_step {
    i = 0;
    do :: i < PLACES -> to.row[i] = from.row[i]; i++ :: else -> break od;
    to.epoch = from.epoch; to.seq = from.seq; to.ackEpoch = from.ackEpoch; to.ackSeq = from.ackSeq;
    to.isDue = from.isDue; to.isAnew = from.isAnew; to.above = from.above;
    i = 0
  }
}

/* `alignmentOf`, and a new epoch above where it is none of the journal's: `openAbove`. */
#define agrees(m, e, s, r) ((e) == 0 || hall[m].row[place(e, s)] == (r))
inline openAbove(m, over) {
  if
  :: hall[m].ackEpoch == 0 || hall[m].row[place(hall[m].ackEpoch, hall[m].ackSeq)] == 0 ->
     hall[m].isDue = true; hall[m].isAnew = true; hall[m].above = over; begunAnew = true
  :: else ->
     /* What follows the last row that both have is told again, in the new epoch. */
     e = (over > hall[m].epoch -> over : hall[m].epoch) + 1;
     if
     :: e > EPOCHS -> stopped[m] = true /* beyond what is tried */
     :: else ->
        made++;
        if
        :: made > IDS -> made--; stopped[m] = true
        :: else ->
           afterEpoch[made] = hall[m].ackEpoch; afterSeq[made] = hall[m].ackSeq; byItself[made] = true;
           hall[m].row[place(e, 1)] = made;
           tellRow(m, e, 1);
           j = 1;
           i = place(hall[m].ackEpoch, hall[m].ackSeq) + 1;
           do
           :: i < place(e, 1) ->
              if
              :: hall[m].row[i] != 0 && told[hall[m].row[i]] != 0 ->
                 if
                 :: made < IDS && j < ROWS ->
                    made++; j++;
                    told[made] = told[hall[m].row[i]];
                    hall[m].row[place(e, j)] = made;
                    tellRow(m, e, j)
                 :: else -> stopped[m] = true
                 fi
              :: else
              fi;
              hall[m].row[i] = 0;
              i++
           :: else -> break
           od;
           hall[m].epoch = e; hall[m].seq = j; hall[m].isDue = false; hall[m].isAnew = false; hall[m].above = 0
        fi
     fi;
     i = 0; j = 0; e = 0
  fi
}
inline take(m, he, hs, hr) {
  if
  :: !agrees(m, he, hs, hr) -> openAbove(m, he)
  :: else
  fi;
  haveEpoch[m] = he; haveSeq[m] = hs; haveRow[m] = hr
}

/* The next rows after what the centre has: of its epoch, or of the next one from its first row. */
inline nextRows(m) {
  e = haveEpoch[m];
  if
  :: e == 0 -> e = 1; i = 1
  :: else -> i = haveSeq[m] + 1
  fi;
  do
  :: e <= EPOCHS && (i > ROWS || hall[m].row[place(e, i)] == 0) -> e++; i = 1
  :: else -> break
  od
}

/* The centre takes a request, in one transaction. */
inline judge(q) {
  d_step {
    answerNow = none;
    if
    :: isFrozen -> answerNow = frozen
    :: !isFrozen && q.kind == hello ->
       sessions++; centreSession = sessions; centreTurn = 0; answerNow = welcome
    :: !isFrozen && q.kind == batch && (q.session != centreSession || q.turn <= centreTurn) -> answerNow = beginAgain
    :: else ->
       centreTurn = q.turn;
       isSame = true;
       i = q.from;
       do
       :: i <= q.to ->
          if :: centre[place(q.epoch, i)] != q.row[i - 1] -> isSame = false :: else fi;
          i++
       :: else -> break
       od;
       if
       :: q.epoch < newest && isSame -> answerNow = taken
       :: q.epoch < newest && !isSame -> answerNow = frozen; isFrozen = true; centreSession = 0
       :: q.epoch >= newest && q.from > 1 && (q.epoch > newest || q.from > last[q.epoch] + 1) -> answerNow = gap
       :: q.epoch >= newest && q.from > 1 && q.epoch == newest && q.from <= last[q.epoch] + 1 && centre[place(q.epoch, q.from - 1)] != q.before -> answerNow = differs
       :: else ->
          /* Whatever is there must be the same. */
          isSame = true;
          i = q.from;
          do
          :: i <= q.to ->
             if :: i <= last[q.epoch] && centre[place(q.epoch, i)] != q.row[i - 1] -> isSame = false :: else fi;
             i++
          :: else -> break
          od;
          if
          :: !isSame -> answerNow = differs
          :: isSame && q.from == 1 && last[q.epoch] == 0 && byItself[q.row[0]] && counts[afterEpoch[q.row[0]]] < afterSeq[q.row[0]] ->
             /* Somebody found another one's rows and goes on after some that yet another had left: both still run. */
             answerNow = frozen; isFrozen = true; centreSession = 0
          :: else ->
             answerNow = taken;
             i = q.from;
             do
             :: i <= q.to ->
                if
                :: i > last[q.epoch] ->
                   /* Never anything but the chain of one machine. */
                   assert(centre[place(q.epoch, i)] == 0);
                   centre[place(q.epoch, i)] = q.row[i - 1]; last[q.epoch] = i
                :: else
                fi;
                i++
             :: else -> break
             od;
             if
             :: q.epoch > newest ->
                /* What counts is the newest epoch, what it goes on after, what that goes on after. */
                newest = q.epoch;
                i = 1;
                do :: i <= EPOCHS -> counts[i] = 0; i++ :: else -> break od;
                e = newest; j = ALL;
                do
                :: e != 0 ->
                   counts[e] = j;
                   i = centre[place(e, 1)];
                   e = afterEpoch[i]; j = afterSeq[i]
                :: else -> break
                od;
                j = 0
             :: else
             fi
          fi
       fi
    fi;
    i = 0;
    isSame = false
  }
}

inline tellRequest(q) {
  if
  :: q.kind == hello -> printf("hello %d", centreSession)
  :: else ->
     printf("batch %d %d", q.session, q.turn);
     i = q.from;
     do :: i <= q.to -> printf(" %d", q.row[i - 1]); i++ :: else -> break od;
     i = 0
  fi;
  printf(" : %e %d\n", answerNow, (newest == 0 -> 0 : centre[place(newest, last[newest])]))
}

inline ask(m) {
  d_step {
    asked[m].session = session[m]; asked[m].epoch = 0; asked[m].from = 0; asked[m].to = 0; asked[m].before = 0;
    i = 0;
    do :: i < ROWS -> asked[m].row[i] = 0; i++ :: else -> break od;
    if
    :: session[m] == 0 -> asked[m].kind = hello; asked[m].turn = 0
    :: else ->
       nextRows(m);
       asked[m].kind = batch; turn[m]++; asked[m].turn = turn[m];
       asked[m].epoch = e; asked[m].from = i;
       if :: i > 1 -> asked[m].before = hall[m].row[place(e, i - 1)] :: else fi;
       do
       :: i <= ROWS && hall[m].row[place(e, i)] != 0 ->
          asked[m].row[i - 1] = hall[m].row[place(e, i)]; asked[m].to = i; i++
       :: else -> break
       od
    fi;
    i = 0; e = 0
  }
}

inline record(q) {
  recorded.kind = q.kind; recorded.session = q.session; recorded.turn = q.turn; recorded.epoch = q.epoch;
  recorded.from = q.from; recorded.to = q.to; recorded.before = q.before;
  i = 0;
  do :: i < ROWS -> recorded.row[i] = q.row[i]; i++ :: else -> break od;
  i = 0
}

inline hears(m) {
  d_step {
    if
    :: answer[m] == welcome ->
       session[m] = answerSession[m]; turn[m] = 0;
       take(m, answerEpoch[m], answerSeq[m], answerRow[m])
    :: answer[m] == taken ->
       haveEpoch[m] = answerEpoch[m]; haveSeq[m] = answerSeq[m]; haveRow[m] = answerRow[m];
       /* What was acknowledged stays at the centre, and is this machine's own. */
       assert(centre[place(haveEpoch[m], haveSeq[m])] == haveRow[m]);
       if
       :: agrees(m, haveEpoch[m], haveSeq[m], haveRow[m]) ->
          hall[m].ackEpoch = haveEpoch[m]; hall[m].ackSeq = haveSeq[m]
       :: else
       fi
    :: answer[m] == gap -> take(m, answerEpoch[m], answerSeq[m], answerRow[m])
    :: answer[m] == differs ->
       openAbove(m, answerEpoch[m]);
       haveEpoch[m] = answerEpoch[m]; haveSeq[m] = answerSeq[m]; haveRow[m] = answerRow[m]
    :: answer[m] == beginAgain -> session[m] = 0
    :: answer[m] == frozen -> session[m] = 0; stopped[m] = true
    fi;
    asked[m].kind = none; answer[m] = none
  }
}

/* Whether a machine has told all that it has. */
inline allIsTold(m) {
  nextRows(m);
  isSame = (e > EPOCHS) && session[m] != 0 && asked[m].kind == none && !hall[m].isDue
}

/* What counts at the centre once a machine has told all: each thing once, and nothing that isn't in its journal. */
inline compare(m) {
  d_step {
    allIsTold(m);
    if
    :: isSame && newest != 0 && centre[place(newest, last[newest])] == hall[m].row[place(newest, last[newest])] ->
       e = 1;
       do
       :: e <= newest ->
          j = 1;
          do
          :: j <= last[e] && j <= counts[e] ->
             if
             :: told[centre[place(e, j)]] != 0 ->
                count = 0;
                i = 0;
                do
                :: i < PLACES ->
                   if :: hall[m].row[i] != 0 && told[hall[m].row[i]] == told[centre[place(e, j)]] -> count++ :: else fi;
                   i++
                :: else -> break
                od;
                assert(count == 1)
             :: else
             fi;
             j++
          :: else -> break
          od;
          e++
       :: else -> break
       od;
       /* And each thing of its journal is there, once, but for what it told before it began anew. */
       i = 0;
       do
       :: i < PLACES ->
          if
          :: hall[m].row[i] != 0 && told[hall[m].row[i]] != 0 ->
             count = 0;
             e = 1;
             do
             :: e <= newest ->
                j = 1;
                do
                :: j <= last[e] && j <= counts[e] ->
                   if :: told[centre[place(e, j)]] == told[hall[m].row[i]] -> count++ :: else fi;
                   j++
                :: else -> break
                od;
                e++
             :: else -> break
             od;
             assert(count == 1 || count == 0 && begunAnew && counts[1 + i / ROWS] < 1 + i % ROWS)
          :: else
          fi;
          i++
       :: else -> break
       od
    :: else
    fi;
    i = 0; j = 0; e = 0; count = 0; isSame = false
  }
}

active [MACHINES] proctype Machine() provided (begun) {
  end: do
  :: atomic { mayWrite(_pid) && said < TELLS -> said++; d_step { write(_pid, said) } }
  :: atomic { runs[_pid] && asked[_pid].kind == none && !stopped[_pid] && !hall[_pid].isDue && (session[_pid] != 0 || sessions < SESSIONS) ->
       d_step { nextRows(_pid); isSame = session[_pid] == 0 || e <= EPOCHS; i = 0; e = 0 };
       if
       :: isSame -> isSame = false; ask(_pid)
       :: else -> compare(_pid)
       fi }
  /* It reaches the centre; somebody may record it; the answer may be lost. */
  :: atomic { asked[_pid].kind != none && answer[_pid] == none ->
       judge(asked[_pid]);
       tellRequest(asked[_pid]);
#ifdef GOAL
       assert(answerNow != GOAL); /* a walk that leads there is wanted */
#endif
       answer[_pid] = answerNow; answerSession[_pid] = centreSession;
       answerEpoch[_pid] = newest;
       if
       :: newest != 0 -> answerSeq[_pid] = last[newest]; answerRow[_pid] = centre[place(newest, last[newest])]
       :: else -> answerSeq[_pid] = 0; answerRow[_pid] = 0
       fi;
       if
       :: losses < LOSSES && asked[_pid].kind == batch -> losses++; record(asked[_pid])
       :: true
       fi }
  :: atomic { answer[_pid] != none -> hears(_pid); compare(_pid) }
  :: atomic { asked[_pid].kind != none && losses < LOSSES -> losses++;
       asked[_pid].kind = none; answer[_pid] = none; session[_pid] = 0 }
  :: atomic { recorded.kind == batch -> judge(recorded); tellRequest(recorded); recorded.kind = none }
  /* A copy is made, and comes back, with or without the hall's knowing. */
  :: atomic { runs[_pid] && !hasCopy && COPIES -> takeCopy(copy, hall[_pid]); hasCopy = true }
  :: atomic { runs[_pid] && hasCopy && restores < RESTORES -> restores++;
       takeCopy(hall[_pid], copy); forget(_pid);
       if
       :: hall[_pid].isDue = true
       :: true
       fi }
  /* Another machine goes on with the same data and key. */
  :: atomic { _pid == 1 && !runs[1] && CLONES -> takeCopy(hall[1], hall[0]); forget(1); runs[1] = true;
       if
       :: hall[1].isDue = true
       :: true
       fi }
  od
}

init {
  d_step {
    i = 1;
    do :: i <= EPOCHS -> counts[i] = ALL; i++ :: else -> break od;
    i = 0;
    asked[0].kind = none; asked[1].kind = none; answer[0] = none; answer[1] = none; recorded.kind = none; answerNow = none;
    hall[0].isDue = true; hall[0].isAnew = true; runs[0] = true;
    begun = true
  }
}
