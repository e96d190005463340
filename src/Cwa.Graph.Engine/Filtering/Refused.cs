using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>A condition that says nothing, because a null stands in its place: none is dropped in silence.</summary>
/// <remarks>
/// Inputs are read from the inside out, so it finds its path on the way out; <see cref="FilterBudget"/> refuses it.
/// </remarks>
internal sealed class Refused(string path, string remedy) : FilterNode
{
    /// <summary>What is wrong, where, and what to write instead.</summary>
    public string Message => $"`where.{path}` is null. {remedy}";

    /// <summary>The same, as seen from one level further out.</summary>
    public Refused In(string place) => new($"{place}.{path}", remedy);

    public override void Describe(QueryShape shape) => throw RequestError.Input(Message);

    public override Expression Build(Expression source, QueryValues values) => throw RequestError.Input(Message);
}
