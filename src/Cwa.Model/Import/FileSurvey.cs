namespace Cwa.Model;

/// <summary>What has to be known of a whole file before its first row can be understood.</summary>
/// <param name="Agencies">
/// The agencies that the rows name; null for a file of agencies, in which one row can move other agencies.
/// </param>
/// <param name="Orders">In which order days are written.</param>
internal sealed record FileSurvey(IReadOnlySet<string>? Agencies, DateOrders Orders)
{
    public static async Task<FileSurvey> ReadAsync(
        ImportKind kind,
        ImportSource source,
        ImportOptions options,
        CancellationToken cancellationToken
    )
    {
        var orders = new DateOrders(options.Answers.DateOrder);
        var agencies = new HashSet<string>();
        var survey = new FileSurvey(kind.RequiredColumns.Contains("agency") ? agencies : null, orders);
        using var file = await ImportFile.OpenAsync(
            kind,
            source,
            survey,
            new ImportErrors(),
            options,
            cancellationToken
        );
        while (file is not null && await file.ReadAsync(cancellationToken))
        {
            if (survey.Agencies is not null && file.Row.Peek("agency") is { Length: <= Agency.LongestName } agency)
                agencies.Add(agency);
            foreach (var column in kind.DayColumns)
            {
                if (file.Row.PeekFigures(column) is { } text)
                    orders.See(column, text);
            }
        }

        return survey;
    }
}
