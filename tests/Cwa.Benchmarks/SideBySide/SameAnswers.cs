using System.Text.Json.Nodes;

namespace Cwa.Benchmarks;

/// <summary>Shows that all servers answer an operation with the same values.</summary>
internal static class SameAnswers
{
    private const int PagesBefore = 1000;

    /// <summary>The body with which each server is then asked, and the length of the data that it answers.</summary>
    /// <exception cref="InvalidOperationException">An answer differs from the first server's.</exception>
    public static async Task<Dictionary<string, (string Body, int Data)>> ProveAsync(
        string operation,
        IReadOnlyList<Contender> contenders
    )
    {
        var bodies = new Dictionary<string, (string, int)>();
        Answers? first = null;
        JsonNode? before = null;
        foreach (var contender in contenders)
        {
            if (before is not null)
                await contender.KeepAsync(before);
            var variables = VariablesOf(contender, operation);
            if (operation == "Q5")
                variables = new JsonObject { ["after"] = await FarCursorAsync(contender) };
            var body = contender.Body(operation, variables);
            var data = await contender.AskAsync(body);
            var answer = Answers.Of(operation, data, contender.IsOurs);
            first ??= answer;
            if (answer.DifferenceTo(first) is { } difference)
                throw new InvalidOperationException(
                    $"{operation}: {contender.Name} differs from {contenders[0].Name}: {difference}"
                );
            bodies[contender.Name] = (body, data.ToJsonString().Length);
            before = data;
        }

        Console.WriteLine($"{operation}: the same {first!.Values.Count} values in {first.Rows} rows from all.");
        return bodies;
    }

    // The cursor of row 100,000: by offset, or page after page where there is none.
    private static async Task<string> FarCursorAsync(Contender contender)
    {
        if (contender.Knows("Q5-cursor"))
            return EndCursor(
                await contender.AskAsync(contender.Body("Q5-cursor", VariablesOf(contender, "Q5-cursor")))
            );

        string? after = null;
        for (var page = 0; page < PagesBefore; page++)
            after = EndCursor(await contender.AskAsync(contender.Body("Q5", new JsonObject { ["after"] = after })));
        return after!;
    }

    private static string EndCursor(JsonNode data) => data["events"]!["pageInfo"]!["endCursor"]!.GetValue<string>();

    private static JsonNode? VariablesOf(Contender contender, string operation) =>
        JsonNode.Parse(contender.Document("variables", "json"))![operation];
}
