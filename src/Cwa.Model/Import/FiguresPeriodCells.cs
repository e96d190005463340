namespace Cwa.Model;

/// <summary>Reads the period that figures cover.</summary>
internal static class FiguresPeriodCells
{
    private const string Month = "month",
        Covers = "covers";

    /// <summary>The period; null if it cannot be read, which is reported.</summary>
    public static FiguresPeriod? Read(ImportRow row, ImportSession session)
    {
        var covers = row.Choice<CoveredPeriod>(Covers);
        if (
            row.Peek(Month) is not { } text
            || ReportMonth.TryParse(text, out _)
            || WrittenPeriod.Of(text, session.Today) is not { } written
        )
            return row.RequiredMonth(Month) is { } month ? new(month, covers ?? CoveredPeriod.Month) : null;

        if (covers is not null && covers != written.Covers)
        {
            row.Error(
                Covers,
                $"The figures are for {ValueText.Shown(text)}, which is no {Choices<CoveredPeriod>.Name(covers.Value)}."
            );
            return null;
        }

        if ((written.IsFiscal ?? session.Answers.YearsAreFiscal) is { } isFiscal)
            return written.Period(isFiscal);

        var question = ImportAnswers.QuestionOfYears;
        row.ErrorOnce(
            Month,
            question.Option,
            $"Nothing tells whether {ValueText.Shown(text)} is of a calendar year or of a fiscal year. Send the file "
                + $"again with {string.Join(" or ", question.Choices.Select(c => $"{question.Option}={c.Value}"))}.",
            question
        );
        return null;
    }
}
