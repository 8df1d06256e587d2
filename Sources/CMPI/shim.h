#pragma once
#include <mpi.h>
#include <stdint.h>

// Open MPI's constants are casts that Swift cannot read; errors end all processes, as is MPI's own default.

static inline void mpi_begin(void) {
    int begun = 0, provided = 0;
    MPI_Initialized(&begun);
    if (!begun) MPI_Init_thread(0, 0, MPI_THREAD_SERIALIZED, &provided);
}

static inline void mpi_end(void) {
    int ended = 0;
    MPI_Finalized(&ended);
    if (!ended) MPI_Finalize();
}

static inline int mpi_place(void) {
    int place = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &place);
    return place;
}

static inline int mpi_count(void) {
    int count = 1;
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    return count;
}

/// Processes of the run on this machine.
static inline int mpi_neighbours(void) {
    MPI_Comm here;
    int count = 1;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
    MPI_Comm_size(here, &count);
    MPI_Comm_free(&here);
    return count;
}

/// `all` has room for a number of each process.
static inline void mpi_gather_counts(int64_t own, int64_t *all) {
    MPI_Allgather(&own, 1, MPI_INT64_T, all, 1, MPI_INT64_T, MPI_COMM_WORLD);
}

static inline void mpi_gather(const void *own, int count, void *all, const int *counts, const int *starts) {
    MPI_Allgatherv(own, count, MPI_BYTE, all, counts, starts, MPI_BYTE, MPI_COMM_WORLD);
}

static inline void mpi_swap_counts(const int64_t *own, int64_t *all) {
    MPI_Alltoall(own, 1, MPI_INT64_T, all, 1, MPI_INT64_T, MPI_COMM_WORLD);
}

static inline void mpi_send(const void *bytes, int count, int to) {
    MPI_Send(bytes, count, MPI_BYTE, to, 0, MPI_COMM_WORLD);
}

static inline void mpi_receive(void *bytes, int count, int from) {
    MPI_Recv(bytes, count, MPI_BYTE, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

/// Both at once, so that two that send to each other do not wait for each other; nothing goes where there are no bytes.
static inline void mpi_send_receive(const void *out, int outCount, int to, void *in, int inCount, int from) {
    if (outCount == 0) to = MPI_PROC_NULL;
    if (inCount == 0) from = MPI_PROC_NULL;
    MPI_Sendrecv(out, outCount, MPI_BYTE, to, 1, in, inCount, MPI_BYTE, from, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}
