using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>
/// Takes the place of a condition that is null and so means nothing. It is refused, since ignoring it would return too
/// many records.
/// </summary>
/// <remarks>
/// Inputs are read from the inside out, so the path is put together on the way out. <see cref="FilterBudget"/> throws.
/// </remarks>
internal sealed class Refused(string path, string remedy) : FilterNode
{
    /// <summary>Which condition is null, and what to write instead.</summary>
    public string Message => $"`where.{path}` is null. {remedy}";

    /// <summary>The same refusal, as seen from the level around it.</summary>
    public Refused In(string place) => new($"{place}.{path}", remedy);

    public override void Describe(QueryShape shape) => throw RequestError.Input(Message);

    public override Expression Build(Expression source, QueryValues values) => throw RequestError.Input(Message);
}
