using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests;

/// <summary>Compares where a file is refused with where a mutation is.</summary>
internal static class FileAndMutation
{
    /// <summary>
    /// Where a mutation is refused, as names of columns; null if its input does not even fit the schema.
    /// </summary>
    public static async Task<IReadOnlyList<string>?> RefusedAsync(
        SignedInCaller caller,
        string mutation,
        string type,
        object input
    )
    {
        var answer = await caller.SendAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ __typename path }} }} }}",
            new { input }
        );
        if (answer.TryGetProperty("errors", out var errors))
        {
            Assert.Equal(ErrorCodes.BadUserInput, errors[0].GetProperty("extensions").Text("code"));
            return null;
        }

        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty(mutation)
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error =>
                    Column([.. error.GetProperty("path").EnumerateArray().Select(step => step.GetString()!)])
                )
                .Distinct()
                .Order(),
        ];
    }

    public static int AssertSame(Said said, IReadOnlyList<string>? mutation, Engine.Answer file)
    {
        var columns =
            file.Status == 200
                ? []
                : file
                    .Json.GetProperty("errors")
                    .EnumerateArray()
                    .Select(error => error.Text("column")!)
                    .Distinct()
                    .Order()
                    .ToList();
        Assert.True(file.Status is 200 or 422, file.Text);
        Assert.All(
            file.Json.GetProperty("errors").EnumerateArray(),
            error => Assert.InRange(error.GetProperty("line").GetInt32(), 2, said.IsTwice ? 3 : 2)
        );
        if (mutation is null)
            Assert.True(columns is not [], $"{said} is taken from a file.");
        else
        {
            // If a row cannot be read, its report is not compared with what is stored for the month.
            var told = columns is []
                ? mutation
                : mutation.Where(column => columns.Contains(column) || column is not ("month" or "reason"));
            Assert.True(
                told.SequenceEqual(columns),
                $"{said}: {string.Join(' ', mutation)} by mutation, {string.Join(' ', columns)} by file."
            );
        }

        return columns is [] ? 0 : 1;
    }

    // input.events.0.coHostIds.3 is in the column co_hosts, and input.metrics.1 is the whole row.
    public static string Column(IReadOnlyList<string> path) =>
        path.Skip(1).FirstOrDefault(step => step is not ("events" or "metrics") && !char.IsAsciiDigit(step[0]))
            is { } field
            ? Column(field)
            : "";

    public static string Column(string field) =>
        field switch
        {
            "coHostIds" => "co_hosts",
            "eventId" => "id",
            "agencyId" => "agency",
            "categoryId" => "category",
            _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field),
        };
}
