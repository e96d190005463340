using System.Diagnostics;
using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Checks a request against the limits, then runs it.</summary>
internal sealed class RequestExecutor(
    GraphSchema schema,
    RequestRun run,
    DocumentCache documents,
    OpenScope open,
    IsAway isAway,
    Outages outages,
    AnswerCache answers,
    ReplicaReads replica,
    TrustedDocuments trusted,
    GraphMetrics metrics,
    Limits limits,
    ILogger<RequestExecutor> log
)
{
    /// <summary>
    /// The header with the cursor after which a subscription resumes, and the key of that cursor in the user context.
    /// </summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>
    /// What the caller is told about an exception: that the database is away, or else only a trace id, under which the
    /// log has the rest.
    /// </summary>
    public RequestError Masked(Exception fault)
    {
        var away = isAway(fault);
        if (away is Away.NothingDone or Away.OutcomeUnknown)
            outages.Note(fault);
        if (away != Away.No)
            return away == Away.NothingDone ? RequestError.Unavailable() : RequestError.OutcomeUnknown();

        var trace = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        Log.Failed(log, trace, fault);
        return RequestError.Internal(trace);
    }

    /// <summary>Checks what a request asks for against the limits and the caller's roles.</summary>
    /// <param name="allowed">Throws for a kind of operation that the transport does not serve.</param>
    /// <param name="isOurs">Whether the server itself wrote the document, so that the limit on cost does not
    /// apply.</param>
    /// <exception cref="RequestError">The request cannot be served.</exception>
    public PreparedRequest Prepare(
        GraphRequest request,
        Action<GraphQLOperationDefinition> allowed,
        IRequester requester,
        bool isOurs = false
    ) => PrepareText(isOurs ? request : trusted.Find(request, requester), allowed, requester, isOurs);

    private PreparedRequest PrepareText(
        GraphRequest request,
        Action<GraphQLOperationDefinition> allowed,
        IRequester requester,
        bool isOurs
    )
    {
        schema.Initialize();
        var document = documents.Get(request.Query);
        var operation = document.Operation(request.OperationName);
        allowed(operation);
        if (operation.Operation == OperationType.Mutation && schema.Mutation is null)
            throw RequestError.Operation("This API has no mutations.");
        if (operation.Operation == OperationType.Subscription && schema.Subscription is null)
            throw RequestError.Operation("This API has no subscriptions.");

        var preflight = document.Preflight(schema, operation, request.Variables);
        var most = limits.CostOf(requester.IsSignedIn);
        foreach (var field in preflight.Guarded)
            field.Check(requester);
        if (preflight.Cost > most && !isOurs)
            throw RequestError.Cost(
                $"The operation could return {preflight.Cost} objects; at most {most} are allowed. "
                    + (
                        preflight.Largest is { } list
                            ? $"Of these, {list.Cost} are in `{list.Path}`: {list.Advice}"
                                + $"{list.Fitting(preflight.Cost, most)}."
                            : "Select fewer fields that hold objects."
                    )
            );
        return new(request, document, operation, preflight.Cost, most, preflight.IsKept);
    }

    /// <summary>Runs a query or a mutation. A request that is refused gives a result with errors.</summary>
    /// <param name="allowed">Throws for a kind of operation that the transport does not serve.</param>
    public async Task<ExecutionResult> ExecuteAsync(
        GraphRequest request,
        Action<GraphQLOperationDefinition> allowed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        using var observed = new ObservedRequest(metrics);
        return observed.Ends(await AnswerAsync(request, allowed, observed, services, cancellationToken));
    }

    private async Task<ExecutionResult> AnswerAsync(
        GraphRequest request,
        Action<GraphQLOperationDefinition> allowed,
        ObservedRequest observed,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var (requester, spending) = (
            services.GetRequiredService<IRequester>(),
            services.GetRequiredService<Spending>()
        );
        RequestKey? key;
        KeptAnswer? kept;
        long? place;
        PreparedRequest prepared;
        try
        {
            request = trusted.Find(request, requester);
            observed.Is(request);
            key = answers.IsOn ? RequestKey.Of(request, requester) : null;
            (kept, place) = key is null ? default : await answers.FindAsync(key, cancellationToken);
            if (kept is not null)
            {
                spending.Take(1);
                return new KeptResult(kept, isHit: true);
            }

            prepared = PrepareText(request, allowed, requester, isOurs: false);
            spending.Take(prepared.Cost);
            observed.IsPrepared(prepared);
        }
        catch (RequestError error)
        {
            return new ExecutionResult(spending.Refused(error));
        }

        if (key is null || !prepared.IsKept)
            return await ComputeAsync();
        var answer = await answers.ShareAsync(key, place, ComputeAsync, cancellationToken);
        return
            MutationFailure.UnavailableIn(answer) is not null
            && answers.FindStale(key, StaleIfError.Of(request)) is { } stale
            ? new KeptResult(stale.Answer, stale.Age)
            : answer;

        async Task<ExecutionResult> ComputeAsync()
        {
            var result = await RunAsync(prepared, root: null, services, cancellationToken);
            var cost = new Dictionary<string, object?> { ["objects"] = prepared.Cost, ["most"] = prepared.MostCost };
            if (key is not null && prepared.IsKept && result is { Executed: true, Errors: null })
                return new KeptResult(new(ResultWriter.DataOf(result), cost, key), isHit: false);

            result.Extensions = new Dictionary<string, object?> { ["cost"] = cost };
            return result;
        }
    }

    /// <summary>
    /// Runs a prepared request. A subscription runs with one message as its root, or without a root to find its source.
    /// </summary>
    /// <param name="resumeAfter">The cursor after which a subscription resumes, instead of its argument; null to use
    /// the argument.</param>
    /// <remarks>
    /// While the database is away, a read is tried again for a moment. If it stays away, the answer has no data at all.
    /// </remarks>
    public async Task<ExecutionResult> RunAsync(
        PreparedRequest prepared,
        object? root,
        IServiceProvider services,
        CancellationToken cancellationToken,
        string? resumeAfter = null
    )
    {
        if (root is null && prepared.Operation.Operation == OperationType.Query)
        {
            if (await replica.TryAsync(ReadReplicaAsync, cancellationToken) is { } read)
                return read;
        }

        var result = await TryAsync(prepared, root, services, resumeAfter, cancellationToken);
        if (result.Errors is null)
            outages.NoteSuccess();
        else if (prepared.Operation.Operation == OperationType.Mutation)
            return MutationFailure.Told(prepared, result);

        // A subscription's message is not tried again here: LiveReader does that.
        for (var attempt = 1; root is null && MutationFailure.UnavailableIn(result) is { } error; attempt++)
        {
            if (!await outages.IsWorthAnotherTryAsync(attempt, cancellationToken))
                return new(error);
            metrics.Retries.Add(1);

            // A new scope, because a loader keeps its failure.
            await using var scope = open(services.GetRequiredService<IRequester>());
            result = await TryAsync(prepared, root, scope.ServiceProvider, resumeAfter, cancellationToken);
        }

        return result;

        async Task<ExecutionResult> ReadReplicaAsync(DateTime has, CancellationToken token)
        {
            await using var scope = open(services.GetRequiredService<IRequester>());
            scope.ServiceProvider.GetRequiredService<ReadSource>().ReplicaHas = has;
            scope.ServiceProvider.GetRequiredService<ReadScope>().HasNodes = services
                .GetRequiredService<ReadScope>()
                .HasNodes;
            // Nothing is logged: what fails here, the primary is asked.
            return await run.TryAsync(prepared, null, scope.ServiceProvider, null, masked: null, token);
        }
    }

    // A subscription's message is not masked here: LiveReader tries it again, and decides what is logged and told.
    private Task<ExecutionResult> TryAsync(
        PreparedRequest prepared,
        object? root,
        IServiceProvider services,
        string? resumeAfter,
        CancellationToken cancellationToken
    ) => run.TryAsync(prepared, root, services, resumeAfter, root is null ? Masked : null, cancellationToken);
}
